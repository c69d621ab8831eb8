/** Which seeds are run, and for how long a day. A seed runs the same again: put its number here to look into it. */
import type { MakePlug } from './kept-databases.ts';
import { simulate, type Code, type Size } from './run.ts';

export const DAY: Size = { acts: 5, turns: 6 };
/** fake-indexeddb takes three times as long for the same steps. */
export const SHORT_DAY: Size = { acts: 4, turns: 5 };

export const seeds = (from: number, many: number): number[] =>
  Array.from({ length: many }, (_, n) => from + n);

/** The first `enough` seeds that failed, each with what did not hold. */
export async function failing(
  list: readonly number[],
  code: Code,
  plug: MakePlug,
  size: Size,
  enough: number,
): Promise<string[]> {
  const failed: string[] = [];
  for (const seed of list) {
    const faults = await simulate(seed, code, plug, size);
    if (faults.length > 0) failed.push(`seed ${seed}: ${faults.join('; ')}`);
    if (failed.length === enough) break;
  }
  return failed;
}
