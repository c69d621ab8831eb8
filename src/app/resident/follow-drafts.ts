/**
 * Keeps the resident's copies of handed-over drafts in step with what is known of their requests: whenever
 * facts arrive, on whatever screen the person is.
 */
import { liveQuery } from 'dexie';
import type { Deps } from '#app/deps.ts';
import { followRequest } from '#storage/handed-over-draft.ts';
import { readOffice } from '#storage/office.ts';

type Following = Pick<Deps, 'db' | 'now' | 'newId' | 'person' | 'officeId' | 'nudgeSync'>;

/** Ends when the function given back is called. */
export function followDrafts({ db, now, newId, person, officeId, nudgeSync }: Following): () => void {
  let turn: Promise<void> = Promise.resolve();

  async function follow(ids: readonly string[]): Promise<void> {
    const ahead = (await readOffice(db))?.aheadMs ?? 0;
    const before = await db.outbox.count();
    for (const id of ids)
      await followRequest(db, id, now() + ahead, { by: person, at: now(), newId, officeId });
    if ((await db.outbox.count()) > before) nudgeSync();
  }

  const watch = liveQuery(async () => {
    const out = await db.drafts.filter(({ handedOver }) => handedOver !== undefined).primaryKeys();
    // Read so that each change of these requests asks again.
    await Promise.all([db.requests.bulkGet(out), db.events.where('requestId').anyOf(out).count()]);
    return out;
  }).subscribe({
    next: (ids) => {
      // One after the other. A full disk is said by the screen that writes; here the next fact tries again.
      turn = turn.then(() => follow(ids)).catch(() => undefined);
    },
    error: () => undefined, // the database was closed: this person is gone from the device
  });
  return () => watch.unsubscribe();
}
