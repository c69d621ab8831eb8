/**
 * Which workers this device knows, and who sits at it now: names and ids in localStorage, never a secret.
 *
 * Each worker has a database of their own. Of the others' unsent things only the count is ever told
 * (OpenCRVS #9946: what waits in one worker's outbox must not show up for the next).
 */
import { Dexie } from 'dexie';
import { DATABASE_PREFIX, openDatabase, type AppDatabase } from './database.ts';

export type WorkerAccount = {
  readonly id: string;
  readonly name: string;
  readonly officeId: string;
  readonly telephone: string;
  /** Absent in what a device kept before there were others. The service asks its own list, never this. */
  readonly role?: 'worker' | 'supervisor' | 'administrator';
};

type Kept = {
  readonly known: readonly WorkerAccount[];
  /** Who sits here now. Absent after somebody has left. */
  readonly current?: string;
  /** Somebody left without a line: the service still has to be told. */
  readonly owesSignOut?: true;
};

/** The localStorage key; a `storage` event for it means that another tab changed who sits here. */
export const WORKER_ACCOUNTS_KEY = 'bangban-workers';

export function knownWorkers(): readonly WorkerAccount[] {
  return read().known;
}

export function currentWorker(): WorkerAccount | undefined {
  const { known, current } = read();
  return known.find((worker) => worker.id === current);
}

/** The worker has signed in: known from now on, also without a line, and sitting here. */
export function sitDown(worker: WorkerAccount): void {
  const { id, name, officeId, telephone, role = 'worker' } = worker;
  const others = read().known.filter((known) => known.id !== id);
  write({ known: [...others, { id, name, officeId, telephone, role }], current: id });
}

/** Nobody sits here any more; what the worker kept stays in their database. */
export function getUp(serviceKnows: boolean): void {
  write({ known: read().known, ...(!serviceKnows && { owesSignOut: true as const }) });
}

export function owesSignOut(): boolean {
  return read().owesSignOut === true;
}

/** The service has been told of the one who left. */
export function signOutPaid(): void {
  const { owesSignOut: _paid, ...rest } = read();
  write(rest);
}

export function openWorkerDatabase(workerId: string): AppDatabase {
  return openDatabase(accountOf(workerId));
}

/** How many steps of other workers wait on this device, refused ones included. A number, and nothing else. */
export async function unsentOfOthers(exceptId: string | undefined): Promise<number> {
  const others = knownWorkers().filter((worker) => worker.id !== exceptId);
  const counts = await Promise.all(others.map((worker) => unsentOf(worker.id)));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function unsentOf(workerId: string): Promise<number> {
  // Asked first, because opening would make an empty database.
  if (!(await Dexie.exists(DATABASE_PREFIX + accountOf(workerId)))) return 0;
  const db = openWorkerDatabase(workerId);
  try {
    return await db.outbox.count();
  } finally {
    db.close();
  }
}

function accountOf(workerId: string): string {
  return `worker-${workerId}`;
}

/** What another version or a hand in the developer tools wrote counts as nothing. */
function read(): Kept {
  try {
    const kept = JSON.parse(localStorage.getItem(WORKER_ACCOUNTS_KEY) ?? '{}') as Partial<Kept>; // the list is checked below
    return Array.isArray(kept.known) ? { ...kept, known: kept.known } : { known: [] };
  } catch {
    return { known: [] };
  }
}

function write(kept: Kept): void {
  localStorage.setItem(WORKER_ACCOUNTS_KEY, JSON.stringify(kept));
}
