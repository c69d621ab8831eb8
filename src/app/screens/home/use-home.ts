/** What home shows: the matters on offer, a draft to go on with, and the requests that are still on somebody's mind. */
import { tiles as shippedTiles } from 'virtual:matter-tiles';
import { useEffect, useState } from 'preact/hooks';
import { offeredTiles } from '#app/catalogue.ts';
import { useDeps } from '#app/deps.ts';
import { firstScreenIsHere } from '#app/frame/first-screen.ts';
import { wantWords } from '#app/i18n.ts';
import { useLive } from '#app/use-live.ts';
import type { Tile } from '#matters/tile.ts';
import * as drafts from '#storage/drafts.ts';
import type { Shown } from '#storage/shown.ts';
import type { HomeRequests } from './HomeRequests.tsx';

const HOME_TILES = 4;

/** `looking`: nothing is drawn yet, so that no tile moves away under a finger. */
export type RequestsOnHome =
  | { readonly at: 'looking' }
  | { readonly at: 'none' }
  | { readonly at: 'some'; readonly Cards: typeof HomeRequests; readonly first: readonly Shown[] };

export function useHome() {
  const { db } = useDeps();
  const tiles = useLive(() => offeredTiles(db), [db]) ?? shippedTiles;
  const draft = useLive(async () => (await drafts.list(db))[0], [db]);
  return {
    tiles: homeTiles(tiles),
    others: tiles.length - homeTiles(tiles).length,
    draft,
    requests: useRequestsOnHome(),
    titleOf: (matterId: string) => tiles.find((tile) => tile.id === matterId)?.title,
  };
}

function useRequestsOnHome(): RequestsOnHome {
  const { db } = useDeps();
  const filed = useLive(() => db.events.count(), [db]);
  const [found, setFound] = useState<RequestsOnHome>({ at: 'looking' });
  const isAny = filed === undefined ? undefined : filed > 0;
  useEffect(() => {
    if (isAny === undefined) return undefined;
    let gone = false;
    const look = async (): Promise<RequestsOnHome> => {
      if (!isAny) return { at: 'none' };
      const [{ HomeRequests: Cards, shownRequests }] = await Promise.all([
        import('./HomeRequests.tsx'),
        wantWords('rest'),
      ]);
      return { at: 'some', Cards, first: await shownRequests(db) };
    };
    void look().then((now) => !gone && setFound(now));
    return () => {
      gone = true;
    };
  }, [db, isAny]);
  useEffect(() => {
    if (found.at !== 'looking') firstScreenIsHere();
  }, [found.at]);
  return found;
}

/** At most four, in their order; with "something else" that makes five things to choose from. */
export function homeTiles(tiles: readonly Tile[]): readonly Tile[] {
  return tiles
    .filter((tile) => tile.home !== undefined)
    .sort((one, other) => (one.home ?? 0) - (other.home ?? 0))
    .slice(0, HOME_TILES);
}
