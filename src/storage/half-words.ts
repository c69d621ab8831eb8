/**
 * Words half written about a request that was filed already: an addition, a reply, "not solved".
 *
 * Kept like a draft, so that a killed tab loses nothing. Photos taken for them lie in `files` as drafts.
 */
import type { Entries, Entry } from '#domain/answers/answer.ts';
import type { AppDatabase } from './database.ts';
import { removePhotos } from './drafts.ts';
import { steady } from './steady.ts';

/** `add` serves replies too: somebody may take the request while the words are being written. */
export type HalfKind = 'add' | 'rate' | 'reopen' | 'object' | WorkersKind;
type WorkersKind =
  | 'write'
  | 'extend'
  | 'finish'
  | 'send-back'
  | 'confirm'
  | 'settle'
  | 'agree'
  | 'end-mandate';

const keyOf = (requestId: string, kind: HalfKind): string => `words:${requestId}:${kind}`;

/** By the name of the box: `words`, `photos`. Empty when nothing was begun. */
export async function readHalf(db: AppDatabase, requestId: string, kind: HalfKind): Promise<Entries> {
  const row = await steady(db, () => db.meta.get(keyOf(requestId, kind)));
  return (row?.value as Entries | undefined) ?? {}; // written only by `keepHalf`
}

/** `undefined` takes the entry away. */
export async function keepHalf(
  db: AppDatabase,
  requestId: string,
  kind: HalfKind,
  box: string,
  entry: Entry | undefined,
): Promise<void> {
  await steady(db, () =>
    db.transaction('rw', db.meta, async () => {
      const { [box]: _before, ...others } = await readHalf(db, requestId, kind);
      await db.meta.put({ key: keyOf(requestId, kind), value: entry ? { ...others, [box]: entry } : others });
    }),
  );
}

/** Once the words are kept as an action, or given up. Photos that no action took go with them. */
export async function dropHalf(db: AppDatabase, requestId: string, kind: HalfKind): Promise<void> {
  await steady(db, () =>
    db.transaction('rw', db.meta, db.files, async () => {
      await db.meta.delete(keyOf(requestId, kind));
      if (kind === 'add') await removePhotos(db, requestId);
    }),
  );
}
