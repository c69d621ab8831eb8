/** As much of a matter as a home screen needs; the questions are fetched or opened later. */
import type { IconName, Matter } from '#domain/matter/matter.ts';
import type { Words } from '#domain/words.ts';

export type Tile = {
  readonly id: string;
  readonly version: number;
  readonly icon: IconName;
  /** Place on the home screen; without it the matter is behind "more". */
  readonly home?: number;
  readonly title: Words;
  readonly line: Words;
};

export function tileOf({ id, version, icon, home, title, line }: Matter): Tile {
  return { id, version, icon, ...(home === undefined ? {} : { home }), title, line };
}
