/**
 * Refusals that are not the last word.
 *
 * A service that was restored from an older backup lacks what a step stands on until the devices that
 * have it offer it again. Such a step stays waiting; telling its author "no" would be untrue.
 */
import { STANDS_ON_ANOTHER, type Refusal } from '#domain/request/action.ts';
import type { AppDatabase, OutboxRow } from './database.ts';

/** To be called inside a transaction over `events` and `outbox`. */
export async function isForLater(db: AppDatabase, row: OutboxRow, reason: Refusal): Promise<boolean> {
  // It was accepted once, so what it stands on was there.
  if (row.again) return STANDS_ON_ANOTHER.includes(reason);
  if (reason !== 'unknown-request') return false;

  // This device has seen the request, or made it itself and has not been refused.
  const events = await db.events.where('requestId').equals(row.requestId).toArray();
  const open = events.find((event) => event.action.kind === 'open');
  if (!open || open.id === row.id) return false;
  return (await db.outbox.where('id').equals(open.id).first())?.state !== 'refused';
}
