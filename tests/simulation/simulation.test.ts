import { expect, test } from 'vitest';
import { takeTurn } from '#sync/turn.ts';
import { inMemory } from './kept-databases.ts';
import { DAY, failing, seeds } from './seeds.ts';

/** More of them for a long look: SIMULATION_SEEDS=20000. */
const MANY = Number(process.env['SIMULATION_SEEDS'] ?? 500);

test(
  `in ${MANY} days of bad luck nothing is lost, doubled or shown wrongly, whatever breaks`,
  { timeout: MANY * 2_000 },
  async () => {
    expect(await failing(seeds(1, MANY), { takeTurn }, inMemory, DAY, 3)).toEqual([]);
  },
);
