/** How long to wait after so many failures in a row: pure, with the chance passed in. */

const FIRST_MS = 2_000;
const MOST_MS = 5 * 60_000;

/** `spread` 0..1 puts the wait between half and one and a half of 2 s, 4 s, 8 s … 5 min, so that phones do not come back together. */
export function nextTryMs(failures: number, spread: number): number {
  const middle = Math.min(MOST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  return Math.round(middle * (0.5 + spread));
}
