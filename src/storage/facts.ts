/**
 * What the service confirmed: its events in the order of the office's log, and the cursor that says how
 * far this device has read. Rules R1–R5 (R1, the shape of a reply, is checked where the reply arrives):
 * events, fold and cursor change in one transaction or not at all, and only from the cursor that was asked for.
 */
import { KINDS, type Event } from '#domain/request/action.ts';
import { apply } from '#domain/request/apply.ts';
import type { Request } from '#domain/request/request.ts';
import type { AppDatabase, EventRow } from './database.ts';
import { steady } from './steady.ts';

/** `h` is the service's chain hash at `seq`; empty at 0. */
export type Cursor = { readonly seq: number; readonly h: string };

export type Page = {
  /** The cursor's `seq` that was asked for. */
  readonly after: number;
  readonly next: number;
  readonly h: string;
  readonly more: boolean;
  readonly events: readonly Event[];
};

const START: Cursor = { seq: 0, h: '' };
/** The rules that the kept requests were folded by. Counted up when `apply` changes for kinds that exist. */
const RULES = `1 ${KINDS.join(' ')}`;

export function cursor(db: AppDatabase): Promise<Cursor> {
  return steady(db, () => readCursor(db));
}

/** `asked`: the cursor the page was asked for with. `stale`: it has moved since, and nothing was changed. */
export function applyPage(db: AppDatabase, page: Page, asked?: Cursor): Promise<'applied' | 'stale'> {
  return changing(db, async () => {
    // R2: late, doubled and overtaken replies fall away here.
    const now = await readCursor(db);
    if (page.after !== now.seq || (asked && (asked.seq !== now.seq || asked.h !== now.h))) return 'stale';

    // R3: events by id, the fold of what they touch, then the cursor.
    await db.events.bulkPut(page.events.map(({ action, stamp }) => eventRow({ action, stamp })));
    await foldOf(db, [...new Set(page.events.map(({ action }) => action.requestId))]);
    await db.meta.put({ key: 'cursor', value: { seq: page.next, h: page.h } satisfies Cursor });

    // What is in the log has been accepted, whatever became of the reply that said so.
    await db.outbox
      .where('id')
      .anyOf(page.events.map(({ action }) => action.id))
      .delete();

    // R5: what this device made and the whole log does not have is offered again.
    if (!page.more) await reoffer(db);
    return 'applied';
  });
}

/**
 * Events of a request that came by another way than the pull, all of it so far: upserted and folded, and the
 * cursor stays where it is.
 */
export function keepEvents(db: AppDatabase, events: readonly Event[]): Promise<void> {
  return changing(db, async () => {
    await db.events.bulkPut(events.map(eventRow));
    await foldOf(db, [...new Set(events.map(({ action }) => action.requestId))]);
    await db.outbox
      .where('id')
      .anyOf(events.map(({ action }) => action.id))
      .delete();
  });
}

/**
 * R4: the service does not know this cursor (it was restored from a backup, or is another). Everything
 * is kept, nothing counts as confirmed, and the next pull starts from the beginning.
 */
export function reset(db: AppDatabase, asked?: Cursor): Promise<'reset' | 'stale'> {
  return changing(db, async () => {
    const now = await readCursor(db);
    if (asked && (asked.seq !== now.seq || asked.h !== now.h)) return 'stale';
    const device = (await db.meta.get('device'))?.value as { readonly id: string } | undefined; // written by `account.ts`
    await db.events
      .where('seq')
      .above(0)
      .modify((row, change) => {
        const { seq: _seq, stamp: _stamp, ...kept } = row;
        change.value = row.action.device === device?.id ? { ...kept, unseen: 1 } : kept;
      });
    await db.requests.clear();
    // Its photos may be lost with it; of those that are not, the service says so at once.
    await db.files.where('state').equals('whole').modify({ state: 'waiting' });
    await db.meta.put({ key: 'cursor', value: START });
    return 'reset';
  });
}

/**
 * From now on more may be seen of the log than before: the next pull starts from its beginning. What is known
 * stays as it is meanwhile. To be called inside a transaction over `meta`, or alone.
 */
export async function readAgain(db: AppDatabase): Promise<void> {
  await db.meta.put({ key: 'cursor', value: START });
}

/** After an update of the app: events that the older version could not read are folded by the new rules. */
export function foldAgain(db: AppDatabase): Promise<void> {
  return changing(db, async () => {
    if ((await db.meta.get('rules'))?.value === RULES) return;
    await foldOf(db, (await db.events.orderBy('requestId').uniqueKeys()) as string[]); // `requestId` holds strings
    await db.meta.put({ key: 'rules', value: RULES });
  });
}

function changing<T>(db: AppDatabase, work: () => Promise<T>): Promise<T> {
  return steady(db, () =>
    db.transaction('rw', [db.events, db.requests, db.outbox, db.files, db.meta], async () => work()),
  );
}

async function readCursor(db: AppDatabase): Promise<Cursor> {
  return ((await db.meta.get('cursor'))?.value as Cursor | undefined) ?? START; // written only in this file
}

function eventRow({ action, stamp }: Event): EventRow {
  return { id: action.id, requestId: action.requestId, action, seq: stamp.seq, stamp };
}

async function foldOf(db: AppDatabase, requestIds: readonly string[]): Promise<void> {
  const rows = await db.events.where('requestId').anyOf(requestIds).toArray();
  const byRequest = new Map<string, Event[]>();
  for (const { requestId, action, stamp } of rows) {
    if (!stamp) continue;
    const events = byRequest.get(requestId) ?? [];
    events.push({ action, stamp });
    byRequest.set(requestId, events);
  }
  const folded = [...byRequest.values()].map((events) =>
    events.sort((a, b) => a.stamp.seq - b.stamp.seq).reduce<Request | undefined>(readable, undefined),
  );
  await db.requests.bulkPut(folded.flatMap((request) => (request ? [request] : [])));
}

/** An event of a newer version may trip this one's rules. It stays in `events` whole, and is folded after the update. */
function readable(request: Request | undefined, { action, stamp }: Event): Request | undefined {
  try {
    return apply(request, action, stamp);
  } catch {
    return request;
  }
}

async function reoffer(db: AppDatabase): Promise<void> {
  const unseen = await db.events.where('unseen').equals(1).toArray();
  const filed = new Set((await db.outbox.toArray()).map((row) => row.id));
  const lost = unseen.filter((event) => !filed.has(event.id));
  await db.outbox.bulkAdd(
    lost.map(({ id, requestId, action }) => ({
      id,
      requestId,
      state: 'waiting' as const,
      again: 1 as const,
      keptAt: action.at,
    })),
  );
}
