/** Chance that can be had again: everything in a simulated run follows from its seed (mulberry32). */
export type Chance = {
  /** 0 ≤ … < 1 */
  readonly next: () => number;
  readonly happens: (share: number) => boolean;
  /** A whole number from `least` to `most`. */
  readonly between: (least: number, most: number) => number;
  readonly oneOf: <T>(list: readonly T[]) => T | undefined;
};

export function chance(seed: number): Chance {
  let state = (seed * 0x9e3779b9 + 0x85ebca6b) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    happens: (share) => next() < share,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    oneOf: (list) => list[Math.floor(next() * list.length)],
  };
}
