/**
 * The office's key on a worker's device: it opens what residents hand over by light. It is kept as the
 * browser's own key object, which nobody can read out, and only while the worker is signed in.
 */
import type { AppDatabase } from './database.ts';
import { steady } from './steady.ts';

const KEY = 'office-key';

/** `publicKey` is the raw point in base64url: by it a new key is told from the one that is here. */
export type KeptOfficeKey = {
  readonly publicKey: string;
  readonly opens: { readonly privateKey: CryptoKey; readonly publicKey: CryptoKey };
};

export async function keepOfficeKey(db: AppDatabase, value: KeptOfficeKey): Promise<void> {
  await steady(db, () => db.meta.put({ key: KEY, value }));
}

export async function readOfficeKey(db: AppDatabase): Promise<KeptOfficeKey | undefined> {
  const row = await steady(db, () => db.meta.get(KEY));
  return row?.value as KeptOfficeKey | undefined; // written only by `keepOfficeKey`
}

export async function forgetOfficeKey(db: AppDatabase): Promise<void> {
  await steady(db, () => db.meta.delete(KEY));
}
