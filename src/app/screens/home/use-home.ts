/** What home shows: the matters on offer, a draft to go on with, and the requests that are still on somebody's mind. */
import { tiles as shippedTiles } from 'virtual:matter-tiles';
import { offeredTiles } from '#app/catalogue.ts';
import { useDeps } from '#app/deps.ts';
import { useLive } from '#app/use-live.ts';
import type { Tile } from '#matters/tile.ts';
import * as drafts from '#storage/drafts.ts';
import { shownRequests, type Shown } from '#storage/shown.ts';

/** A finished request stays on home for so long, so that it can be rated; then "my requests" has it. */
const DONE_STAYS_MS = 7 * 86_400_000;
const HOME_TILES = 4;

export function useHome() {
  const { db, now } = useDeps();
  const tiles = useLive(() => offeredTiles(db), [db]) ?? shippedTiles;
  const draft = useLive(async () => (await drafts.list(db))[0], [db]);
  const requests = useLive(() => shownRequests(db), [db]);
  return {
    tiles: homeTiles(tiles),
    others: tiles.length - homeTiles(tiles).length,
    draft,
    /** Every request there is; `undefined` until they have been read. */
    all: requests,
    open: (requests ?? []).filter((shown) => isOnMind(shown, now())),
    titleOf: (matterId: string) => tiles.find((tile) => tile.id === matterId)?.title,
  };
}

/** At most four, in their order; with "something else" that makes five things to choose from. */
export function homeTiles(tiles: readonly Tile[]): readonly Tile[] {
  return tiles
    .filter((tile) => tile.home !== undefined)
    .sort((one, other) => (one.home ?? 0) - (other.home ?? 0))
    .slice(0, HOME_TILES);
}

function isOnMind({ request, where, refused }: Shown, now: number): boolean {
  if (where === 'refused' || refused.length > 0) return true;
  if (request.status === 'done')
    return request.rating === undefined && now - request.changedAt < DONE_STAYS_MS;
  return request.status !== 'withdrawn';
}
