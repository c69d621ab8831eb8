/**
 * Guesses, counted before anybody looks, so that many at once gain nothing. To be called one after another.
 *
 * A right answer costs nothing, and pardons nothing either: what was counted before it stays.
 */
import type { Store } from '../store/store.ts';
import { oneMore, type Patience } from './slow-down.ts';

/** `key`: what is counted, by its hash; each with a patience of its own. */
export type Counted = readonly (readonly [key: string, patience?: Patience])[];

/** What `look` found, or the ms still to wait. */
export async function guess<Found>(
  store: Pick<Store, 'tries' | 'saveTries'>,
  counted: Counted,
  now: number,
  look: () => Promise<Found>,
  isWrong: (found: Found) => boolean,
): Promise<{ readonly found: Found } | { readonly waitMs: number }> {
  const tries = await Promise.all(
    counted.map(async ([key, patience]) => {
      const before = await store.tries(key);
      return { key, before, after: oneMore(before, now, patience) };
    }),
  );
  const waits = tries.flatMap(({ after }) => ('waitMs' in after ? [after.waitMs] : []));
  if (waits.length > 0) return { waitMs: Math.max(...waits) };
  for (const { key, after } of tries) if ('failures' in after) await store.saveTries(key, after);
  const found = await look();
  if (!isWrong(found)) for (const { key, before } of tries) await store.saveTries(key, before);
  return { found };
}
