/**
 * Whose database this is, and which device it is.
 *
 * A resident's secret never leaves the phone but in the Authorization header. The device's id is made
 * once for each database, so that it cannot tie two people of one shared device together.
 */
import type { AppDatabase } from './database.ts';
import { hex } from './random-id.ts';
import { steady } from './steady.ts';

export type Account = {
  readonly id: string;
  readonly role: 'resident' | 'worker';
  readonly officeId: string;
  /** A resident's own, 32 random bytes as lower-case hex. A worker has a cookie instead. */
  readonly secret?: string;
  readonly name?: string;
  readonly telephone?: string;
};

type Device = { readonly id: string; readonly dseq: number };

export async function readAccount(db: AppDatabase): Promise<Account | undefined> {
  const row = await steady(db, () => db.meta.get('account'));
  return row?.value as Account | undefined; // written only by `writeAccount`
}

export async function writeAccount(db: AppDatabase, account: Account): Promise<void> {
  await steady(db, () => db.meta.put({ key: 'account', value: account }));
}

export function newSecret(): string {
  return hex(crypto.getRandomValues(new Uint8Array(32)));
}

/** This device's id, made at the first asking. */
export function deviceId(db: AppDatabase, newId: () => string): Promise<string> {
  return steady(db, () => db.transaction('rw', db.meta, async () => (await device(db, newId)).id));
}

/** An action's place in this device's count. */
export type DeviceNumber = { readonly device: string; readonly dseq: number };

/** The next number, not used up yet: a refused step must leave no gap. To be called inside the transaction that keeps the action. */
export async function nextDeviceNumber(db: AppDatabase, newId: () => string): Promise<DeviceNumber> {
  const { id, dseq } = await device(db, newId);
  return { device: id, dseq: dseq + 1 };
}

/** Uses the number up. Inside the same transaction. */
export async function numberIsUsed(db: AppDatabase, number: DeviceNumber): Promise<void> {
  await db.meta.put({ key: 'device', value: { id: number.device, dseq: number.dseq } satisfies Device });
}

async function device(db: AppDatabase, newId: () => string): Promise<Device> {
  const row = await db.meta.get('device');
  if (row) return row.value as Device; // written only in this file
  const made: Device = { id: newId(), dseq: 0 };
  await db.meta.put({ key: 'device', value: made });
  return made;
}
