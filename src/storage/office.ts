/** The office as it was last heard of, so that its telephone, doors and hours are there without a network. */
import type { Office } from '#domain/office/office.ts';
import type { AppDatabase } from './database.ts';
import { steady } from './steady.ts';

export type KeptOffice = {
  readonly office: Office;
  /** Workers' names by id; empty on a resident's phone. */
  readonly colleagues: Readonly<Record<string, string>>;
  /** The service's clock minus this device's. The service's clock decides; this one is only told. */
  readonly aheadMs: number;
};

export async function keepOffice(
  db: AppDatabase,
  office: Office,
  colleagues: Readonly<Record<string, string>>,
  aheadMs: number,
): Promise<void> {
  const value: KeptOffice = { office, colleagues, aheadMs };
  await steady(db, () => db.meta.put({ key: 'office', value }));
}

export async function readOffice(db: AppDatabase): Promise<KeptOffice | undefined> {
  const row = await steady(db, () => db.meta.get('office'));
  return row?.value as KeptOffice | undefined; // written only by `keepOffice`
}
