/** The matters that are not on home. */
import { tiles as shippedTiles } from 'virtual:matter-tiles';
import { offeredTiles } from '#app/catalogue.ts';
import { useDeps } from '#app/deps.ts';
import { homeTiles } from '#app/screens/home/use-home.ts';
import { useLive } from '#app/use-live.ts';
import type { Tile } from '#matters/tile.ts';

export function useMore(): readonly Tile[] {
  const { db } = useDeps();
  const tiles = useLive(() => offeredTiles(db), [db]) ?? shippedTiles;
  const onHome = homeTiles(tiles);
  return tiles.filter((tile) => !onHome.includes(tile));
}
