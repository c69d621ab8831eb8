/**
 * The matters as this device can open them: the newest that the service has told of, else those
 * that came with the app. Both are there without a network.
 */
import { tiles as shippedTiles } from 'virtual:matter-tiles';
import { tileOf, type Tile } from '#matters/tile.ts';
import type { Matter } from '#domain/matter/matter.ts';
import type { AppDatabase } from '#storage/database.ts';
import { currentMatters } from '#storage/matters.ts';

/** What home shows. A matter that the service has added needs no new app. */
export async function offeredTiles(db: AppDatabase): Promise<readonly Tile[]> {
  const known = await currentMatters(db);
  const newest = new Map(shippedTiles.map((tile) => [tile.id, tile]));
  for (const matter of known) {
    if (matter.version >= (newest.get(matter.id)?.version ?? 0)) newest.set(matter.id, tileOf(matter));
  }
  return [...newest.values()];
}

/** The newest version known here, or `undefined` when nobody has heard of this matter. */
export async function loadMatter(db: AppDatabase, id: string): Promise<Matter | undefined> {
  const known = (await currentMatters(db)).find((matter) => matter.id === id);
  const { shippedMatters } = await import('virtual:matters');
  const shipped = shippedMatters.find((matter) => matter.id === id);
  return known && known.version >= (shipped?.version ?? 0) ? known : shipped;
}
