/** Photos whose words the office does not have yet: they wait for them. */
import type { AppDatabase } from './database.ts';
import { photosOfAction } from './photo-ids.ts';
import { steady } from './steady.ts';

export async function photosBehindWords(db: AppDatabase): Promise<ReadonlySet<string>> {
  return steady(db, async () => {
    const rows = await db.outbox.toArray();
    const events = await db.events.bulkGet(rows.map((row) => row.id));
    return new Set(events.flatMap((event) => (event ? photosOfAction(event.action) : [])));
  });
}
