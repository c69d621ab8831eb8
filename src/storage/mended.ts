/** A filing that was refused and filed again for the same request: the old one goes, the new one and its photos stay. */
import type { AppDatabase } from './database.ts';
import { steady } from './steady.ts';

/** Nothing happens to an action that is not refused. `putAside` would take what was said about the request along. */
export async function forgetRefused(db: AppDatabase, actionId: string): Promise<void> {
  await steady(db, () =>
    db.transaction('rw', db.outbox, db.events, async () => {
      const row = await db.outbox.where('id').equals(actionId).first();
      if (row?.state !== 'refused') return;
      await db.outbox.delete(row.k);
      await db.events.delete(actionId);
    }),
  );
}
