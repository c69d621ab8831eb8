/** The matters that this device has met, each in the version that a request began with. */
import type { Matter } from '#domain/matter/matter.ts';
import type { AppDatabase } from './database.ts';
import { steady } from './steady.ts';

export type MatterName = { readonly id: string; readonly version: number };

export function matterKey({ id, version }: MatterName): string {
  return `${id}@${version}`;
}

export async function keepMatter(db: AppDatabase, matter: Matter): Promise<void> {
  await steady(db, () => db.matters.put({ id: matterKey(matter), matter }));
}

export async function findMatter(db: AppDatabase, id: string, version: number): Promise<Matter | undefined> {
  const row = await steady(db, () => db.matters.get(matterKey({ id, version })));
  return row?.matter;
}

/** What the office offers now. Older versions stay for the requests that began with them. */
export async function keepCatalogue(db: AppDatabase, matters: readonly Matter[]): Promise<void> {
  await steady(db, () =>
    db.transaction('rw', db.matters, db.meta, async () => {
      await db.matters.bulkPut(matters.map((matter) => ({ id: matterKey(matter), matter })));
      await db.meta.put({ key: 'catalogue', value: matters.map(matterKey) });
    }),
  );
}

/** What the office offers, as last heard; empty until it has been heard. */
export async function currentMatters(db: AppDatabase): Promise<readonly Matter[]> {
  return steady(db, async () => {
    const row = await db.meta.get('catalogue');
    const rows = await db.matters.bulkGet((row?.value ?? []) as string[]); // written only by `keepCatalogue`
    return rows.flatMap((kept) => (kept ? [kept.matter] : []));
  });
}

/** Matters that some request began with and that this device does not have. */
export async function neededMatters(db: AppDatabase): Promise<MatterName[]> {
  return steady(db, async () => {
    const kept = new Set(await db.matters.toCollection().primaryKeys());
    const needed = new Map<string, MatterName>();
    await db.requests.each(({ matterId, matterVersion }) => {
      const name = { id: matterId, version: matterVersion };
      if (!kept.has(matterKey(name))) needed.set(matterKey(name), name);
    });
    return [...needed.values()];
  });
}
