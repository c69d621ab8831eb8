import { afterEach, expect, test } from 'vitest';
import { takeTurn } from '#sync/turn.ts';
import { inMemory, onFakeIndexedDb, type MakePlug } from './kept-databases.ts';
import { MUTANTS, unmock } from './mutants.ts';
import { simulate, type Code, type Size } from './run.ts';

const DAY: Size = { acts: 6, turns: 7 };
const SHORT_DAY: Size = { acts: 3, turns: 4 };
const N = Number(process.env['N'] ?? 60);

/** The seeds that failed, with what did not hold. A seed runs the same again. */
async function failing(
  seeds: readonly number[],
  code: Code,
  plug: MakePlug,
  size: Size,
  enough = 3,
): Promise<string[]> {
  const failed: string[] = [];
  for (const seed of seeds) {
    const faults = await simulate(seed, code, plug, size);
    if (faults.length > 0) failed.push(`seed ${seed}: ${faults.join('; ')}`);
    if (failed.length >= enough) break;
  }
  return failed;
}
const range = (from: number, many: number): number[] => Array.from({ length: many }, (_, n) => from + n);

afterEach(unmock);

test('real', async () => {
  const t = performance.now();
  expect(await failing(range(1, N), { takeTurn }, inMemory, DAY)).toEqual([]);
  console.log('mem', (performance.now() - t) / N);
}, 600_000);
test('fake', async () => {
  const t = performance.now();
  expect(await failing(range(1, 10), { takeTurn }, onFakeIndexedDb, SHORT_DAY)).toEqual([]);
  console.log('fake', (performance.now() - t) / 10);
}, 600_000);
test.each(Object.keys(MUTANTS))(
  'mutant %s',
  async (name) => {
    const code = await MUTANTS[name]!();
    const failed = await failing(range(1, N), code, inMemory, DAY, 1000);
    console.log('MUT', name, failed.length, 'of', N, failed[0]?.slice(0, 150));
  },
  600_000,
);
