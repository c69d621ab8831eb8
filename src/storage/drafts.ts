/**
 * Requests that are being written. Every answer is kept as it is given, right or wrong, with the place
 * where the person is, so that a killed tab opens again at the same question.
 */
import type { Entry } from '#domain/answers/answer.ts';
import type { Matter } from '#domain/matter/matter.ts';
import type { AppDatabase, DraftRow, ForElder } from './database.ts';
import { forgetPlaceIn } from './place.ts';
import { withRoom } from './room.ts';
import { steady } from './steady.ts';

type Beginning = {
  readonly id: string;
  readonly matter: Matter;
  readonly at: number;
  readonly forElder?: ForElder;
};

/** Starts at the matter's first question. */
export async function begin(db: AppDatabase, { id, matter, at, forElder }: Beginning): Promise<DraftRow> {
  const draft: DraftRow = {
    id,
    matterId: matter.id,
    matter,
    entries: {},
    place: matter.fields[0]?.id ?? 'check',
    startedAt: at,
    changedAt: at,
    ...(forElder && { forElder }),
  };
  await steady(db, () => db.drafts.put(draft));
  return draft;
}

export function find(db: AppDatabase, id: string): Promise<DraftRow | undefined> {
  return steady(db, () => db.drafts.get(id));
}

/** Newest first. */
export function list(db: AppDatabase): Promise<DraftRow[]> {
  return steady(db, () => db.drafts.orderBy('changedAt').reverse().toArray());
}

/** `undefined` takes the entry away. False when the draft is gone: sent or removed in another window. */
export async function keepEntry(
  db: AppDatabase,
  id: string,
  fieldId: string,
  entry: Entry | undefined,
  at: number,
): Promise<boolean> {
  return change(db, id, at, (draft) => {
    const { [fieldId]: _before, ...others } = draft.entries;
    return { ...draft, entries: entry ? { ...others, [fieldId]: entry } : others };
  });
}

/** False when the draft is gone. */
export async function keepPlace(db: AppDatabase, id: string, place: string, at: number): Promise<boolean> {
  return change(db, id, at, (draft) => ({ ...draft, place }));
}

/** The mandate of a draft for somebody else was made anew. False when the draft is gone. */
export async function keepForElder(
  db: AppDatabase,
  id: string,
  forElder: ForElder,
  at: number,
): Promise<boolean> {
  return change(db, id, at, (draft) => ({ ...draft, forElder }));
}

/** Also takes away the photos that were taken for it. */
export async function remove(db: AppDatabase, id: string): Promise<void> {
  await steady(db, () =>
    db.transaction('rw', db.drafts, db.files, db.meta, async () => {
      await db.drafts.delete(id);
      await forgetPlaceIn(db, id);
      await removePhotos(db, id);
    }),
  );
}

/** Photos that belong to no kept action. Not those on their way. */
export async function removePhotos(db: AppDatabase, requestId: string): Promise<void> {
  const own = await db.files.where('requestId').equals(requestId).primaryKeys();
  const draft = new Set(await db.files.where('state').equals('draft').primaryKeys());
  await db.files.bulkDelete(own.filter((id) => draft.has(id)));
}

async function change(
  db: AppDatabase,
  id: string,
  at: number,
  how: (draft: DraftRow) => DraftRow,
): Promise<boolean> {
  const once = () =>
    steady(db, () =>
      db.transaction('rw', db.drafts, async () => {
        const draft = await db.drafts.get(id);
        if (!draft) return false;
        await db.drafts.put({ ...how(draft), changedAt: at });
        return true;
      }),
    );
  return withRoom(db, once);
}
