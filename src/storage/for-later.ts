/**
 * Refusals that are not the last word.
 *
 * A service that was restored from an older backup lacks what a step stands on until the devices that
 * have it offer it again. Such a step stays waiting; telling its author "no" would be untrue.
 */
import { STANDS_ON_ANOTHER, type Refusal } from '#domain/request/action.ts';
import { mayAct } from '#domain/request/may-act.ts';
import type { AppDatabase, OutboxRow } from './database.ts';
import { NOTHING_MORE, standing } from './shown.ts';

/** To be called inside a transaction over `events`, `outbox` and `requests`. */
export async function isForLater(db: AppDatabase, row: OutboxRow, reason: Refusal): Promise<boolean> {
  if (!STANDS_ON_ANOTHER.includes(reason)) return false;
  // It was accepted once, so what it stands on was there.
  if (row.again) return true;
  // This device has seen steps of others that the log has lost: they may come back, from whoever made them.
  const events = await db.events.where('requestId').equals(row.requestId).toArray();
  if (events.some((event) => event.seq === undefined && !event.unseen)) return true;
  // By what this device knows it may be done, so one of the two lacks something: the next pull shows which.
  const action = events.find((event) => event.id === row.id)?.action;
  if (!action) return false;
  const request = await standing(db, row.requestId, action.dseq);
  return mayAct(request, action, NOTHING_MORE) === undefined;
}
