/** Medians and how they are printed, for every bench. */

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

export type Figure = {
  readonly what: string;
  readonly unit: string;
  readonly values: readonly number[];
  /** Measured in the same run. */
  readonly peer?: { readonly what: string; readonly values: readonly number[] };
  readonly target?: { readonly atMost?: number; readonly atLeast?: number };
};

/** One line a figure: median, least and most, the ratio to its peer, and whether the target is met. */
export function sayFigure({ what, unit, values, peer, target }: Figure): string {
  const round = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(1));
  const mid = median(values);
  const spread =
    values.length > 1
      ? ` (${round(Math.min(...values))} to ${round(Math.max(...values))}, n=${values.length})`
      : '';
  const beside = peer
    ? `; ${peer.what} ${round(median(peer.values))}, ratio ${(mid / median(peer.values)).toFixed(2)}`
    : '';
  const aim =
    target?.atMost !== undefined
      ? `; target ≤ ${target.atMost}: ${mid <= target.atMost ? 'met' : 'MISSED'}`
      : target?.atLeast !== undefined
        ? `; target ≥ ${target.atLeast}: ${mid >= target.atLeast ? 'met' : 'MISSED'}`
        : '';
  return `${what}: ${round(mid)} ${unit}${spread}${beside}${aim}`;
}
