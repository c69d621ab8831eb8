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
import { isOut } from '#storage/is-out.ts';
import { helpedBy } from '#storage/links.ts';
import { readOffice } from '#storage/office.ts';
import type { Shown } from '#storage/shown.ts';
import type { DoneLink, HomeRequests } from './HomeRequests.tsx';

const HOME_TILES = 4;

/** `looking`: nothing is drawn yet, so that no tile moves away under a finger. */
export type RequestsOnHome =
  | { readonly at: 'looking' }
  | { readonly at: 'none' }
  | {
      readonly at: 'some';
      readonly Cards: typeof HomeRequests;
      readonly DoneLink: typeof DoneLink;
      readonly first: readonly Shown[];
    };

export function useHome() {
  const { db, now, base, person } = useDeps();
  const tiles = useLive(() => offeredTiles(db), [db]) ?? shippedTiles;
  // One that somebody helps with has a card of its own, which says so.
  const draft = useLive(async () => {
    const [all, office] = await Promise.all([drafts.list(db), readOffice(db)]);
    return all.find((one) => !isOut(one, now() + (office?.aheadMs ?? 0)));
  }, [db]);
  // A shared machine helps nobody but the one who stands at it.
  const helped = useLive(async () => (base === '' ? helpedBy(db, person.id, now()) : []), [db, person.id]);
  return {
    helped: helped ?? [],
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
      const [{ HomeRequests: Cards, DoneLink: Link, shownRequests }] = await Promise.all([
        import('./HomeRequests.tsx'),
        wantWords('rest'),
      ]);
      return { at: 'some', Cards, DoneLink: Link, first: await shownRequests(db) };
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
