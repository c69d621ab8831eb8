/**
 * How long to wait after wrong sign-ins, for one name from one address. Nobody is ever locked out.
 *
 * A try is counted before the password is looked at, so that many at once gain nothing.
 */
import type { Tries } from '../store/store.ts';

/** How many mistakes cost nothing, and how long the wait grows at the most, ms. */
export type Patience = { readonly free: number; readonly mostMs: number };
const USUAL: Patience = { free: 2, mostMs: 60_000 };

/** Two mistakes cost nothing; then 1 s, 2 s, 4 s … up to a minute. */
export function waitAfter(failures: number): number {
  return wait(failures, USUAL);
}

function wait(failures: number, { free, mostMs }: Patience): number {
  return failures <= free ? 0 : Math.min(mostMs, 1_000 * 2 ** (failures - free - 1));
}

/** The tries with this one counted, or the ms still to wait. An hour of peace and the mistakes are forgotten. */
export function oneMore(
  before: Tries | undefined,
  now: number,
  patience = USUAL,
): { readonly waitMs: number } | Tries {
  if (before && now < before.nextAt) return { waitMs: before.nextAt - now };
  const fresh = !before || now > before.nextAt + 3_600_000;
  const failures = fresh ? 1 : before.failures + 1;
  return { failures, nextAt: now + wait(failures, patience) };
}
