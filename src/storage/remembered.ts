/** What a person's own phone offers again next time, so that nothing is asked twice. Never sent from here. */
import type { Entries, Entry } from '#domain/answers/answer.ts';
import type { Matter, Remembered } from '#domain/matter/matter.ts';
import type { AppDatabase } from './database.ts';
import { steady } from './steady.ts';

export type RememberedEntries = Readonly<Partial<Record<Remembered, Entry>>>;

export async function remembered(db: AppDatabase): Promise<RememberedEntries> {
  const row = await steady(db, () => db.meta.get('remembered'));
  return (row?.value ?? {}) as RememberedEntries; // written only by `remember`
}

/** Takes over the entries of the matter's fields that ask to be remembered; "I don't know" is not worth it. */
export async function remember(db: AppDatabase, matter: Matter, entries: Entries): Promise<void> {
  const fresh: Partial<Record<Remembered, Entry>> = {};
  for (const field of matter.fields) {
    const entry = entries[field.id];
    if (field.remember && entry && entry.type !== 'unknown') fresh[field.remember] = entry;
  }
  await steady(db, () =>
    db.transaction('rw', db.meta, async () => {
      await db.meta.put({ key: 'remembered', value: { ...(await remembered(db)), ...fresh } });
    }),
  );
}
