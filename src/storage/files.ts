/** Photos, apart from the words they belong to: their bytes, and whether the office has them. */
import type { AppDatabase, FileRow } from './database.ts';
import { steady } from './steady.ts';

export async function add(db: AppDatabase, row: FileRow): Promise<void> {
  await steady(db, () => db.files.put(row));
}

export function find(db: AppDatabase, id: string): Promise<FileRow | undefined> {
  return steady(db, () => db.files.get(id));
}

export function ofRequest(db: AppDatabase, requestId: string): Promise<FileRow[]> {
  return steady(db, () => db.files.where('requestId').equals(requestId).toArray());
}

export async function remove(db: AppDatabase, id: string): Promise<void> {
  await steady(db, () => db.files.delete(id));
}

/** Ids only, so that nobody holds every photo in memory at once. */
export function waiting(db: AppDatabase): Promise<string[]> {
  return steady(db, () => db.files.where('state').equals('waiting').primaryKeys());
}

/** The service's last word on a photo. The bytes stay: its owner may look at it without a network. */
export async function settled(
  db: AppDatabase,
  id: string,
  state: 'whole' | 'refused',
  why?: string,
): Promise<void> {
  await steady(db, () => db.files.update(id, { state, ...(why !== undefined && { why }) }));
}
