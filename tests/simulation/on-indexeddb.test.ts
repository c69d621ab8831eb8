import { expect, test } from 'vitest';
import { takeTurn } from '#sync/turn.ts';
import { onFakeIndexedDb } from './kept-databases.ts';
import { failing, seeds, SHORT_DAY } from './seeds.ts';

test(
  'the same holds on real tables, where a battery can go flat inside a transaction',
  { timeout: 200_000 },
  async () => {
    expect(await failing(seeds(100_001, 50), { takeTurn }, onFakeIndexedDb, SHORT_DAY, 3)).toEqual([]);
  },
);
