/**
 * What a person should see (rule R7): the confirmed requests, with this device's own actions that no
 * pull has brought back yet laid over them, in the order in which they were made.
 *
 * A step that the service refused is not laid over: it stands beside the request with its reason, so
 * that nothing is shown as done that is not, and nothing that was written is out of sight.
 */
import type { Action, Kind, Refused } from '#domain/request/action.ts';
import { apply } from '#domain/request/apply.ts';
import type { Known } from '#domain/request/may-act.ts';
import { layOver, type Request } from '#domain/request/request.ts';
import type { AppDatabase, EventRow, OutboxRow } from './database.ts';
import { photosOfAction, photosOfRequest } from './photo-ids.ts';
import { steady } from './steady.ts';

export type RefusedStep = {
  readonly actionId: string;
  readonly kind: Kind;
  readonly refused: Refused;
  readonly words?: string;
};

export type Shown = {
  readonly request: Request;
  /** `device`: the office has not confirmed the request itself. `refused`: it will not take it as it is. */
  readonly where: 'device' | 'office' | 'refused';
  /** Actions without the service's answer. */
  readonly waiting: number;
  readonly refused: readonly RefusedStep[];
  readonly photosWaiting: number;
};

/** The answers were checked when they were kept; showing them asks for nothing more. */
export const NOTHING_MORE: Known = { matter: undefined, office: undefined };

/** Newest change first. */
export function shownRequests(db: AppDatabase): Promise<Shown[]> {
  return reading(db, async () => {
    const [confirmed, own, rows, photos] = await Promise.all([
      db.requests.toArray(),
      db.events.where('unseen').equals(1).toArray(),
      db.outbox.toArray(),
      photosWaiting(db),
    ]);
    const shown = await showAll(db, confirmed, own, rows, photos);
    return shown.sort((a, b) => b.request.changedAt - a.request.changedAt);
  });
}

export function shownRequest(db: AppDatabase, id: string): Promise<Shown | undefined> {
  return reading(db, async () => {
    const [confirmed, own, rows, photos] = await Promise.all([
      db.requests.get(id),
      ownUnseen(db, id),
      db.outbox.where('requestId').equals(id).toArray(),
      photosWaiting(db),
    ]);
    return (await showAll(db, confirmed ? [confirmed] : [], own, rows, photos))[0];
  });
}

/** A request as it stands the moment its `open` was kept here: what the next reading will find. */
export function asKept(open: Action): Shown | undefined {
  const request = apply(undefined, open);
  return (
    request && {
      request,
      where: 'device',
      waiting: 1,
      refused: [],
      photosWaiting: photosOfAction(open).length,
    }
  );
}

/** What the next step of a request starts from, or the one with this `dseq` started from. To be called inside a transaction. */
export async function standing(
  db: AppDatabase,
  requestId: string,
  beforeDseq = Infinity,
): Promise<Request | undefined> {
  const [confirmed, unseen, rows] = await Promise.all([
    db.requests.get(requestId),
    ownUnseen(db, requestId),
    db.outbox.where('requestId').equals(requestId).toArray(),
  ]);
  const own = unseen.filter((event) => placeOf(event) < beforeDseq);
  return laidOver(confirmed, own, rows);
}

function reading<T>(db: AppDatabase, work: () => Promise<T>): Promise<T> {
  // One transaction: a pull that lands between two reads would make a request blink off the screen.
  return steady(db, () =>
    db.transaction('r', [db.requests, db.events, db.outbox, db.files], async () => work()),
  );
}

async function ownUnseen(db: AppDatabase, requestId: string): Promise<EventRow[]> {
  const events = await db.events.where('requestId').equals(requestId).toArray();
  return events.filter((event) => event.unseen);
}

function laidOver(
  confirmed: Request | undefined,
  own: readonly EventRow[],
  rows: readonly OutboxRow[],
): Request | undefined {
  const refused = new Set(rows.filter((row) => row.state === 'refused').map((row) => row.id));
  const steps = inOrder(own).filter((event) => !refused.has(event.id));
  return layOver(
    confirmed,
    steps.map((event) => event.action),
    NOTHING_MORE,
  );
}

async function photosWaiting(db: AppDatabase): Promise<ReadonlySet<string>> {
  return new Set(await db.files.where('state').equals('waiting').primaryKeys());
}

async function showAll(
  db: AppDatabase,
  confirmed: readonly Request[],
  own: readonly EventRow[],
  rows: readonly OutboxRow[],
  photos: ReadonlySet<string>,
): Promise<Shown[]> {
  const facts = new Map(confirmed.map((request) => [request.id, request]));
  const steps = grouped(own);
  const waits = grouped(rows);
  const all = await Promise.all(
    [...new Set([...facts.keys(), ...steps.keys()])].map((id) =>
      show(db, id, facts.get(id), steps.get(id) ?? [], waits.get(id) ?? [], photos),
    ),
  );
  return all.flatMap((shown) => (shown ? [shown] : []));
}

async function show(
  db: AppDatabase,
  id: string,
  confirmed: Request | undefined,
  own: readonly EventRow[],
  rows: readonly OutboxRow[],
  photos: ReadonlySet<string>,
): Promise<Shown | undefined> {
  const request = laidOver(confirmed, own, rows) ?? (await asItWasOpened(db, id));
  if (!request) return undefined;
  const refused = refusedSteps(own, rows);
  return {
    request,
    where: confirmed ? 'office' : refused.some((step) => step.kind === 'open') ? 'refused' : 'device',
    waiting: rows.filter((row) => row.state === 'waiting').length,
    refused,
    photosWaiting: photosOfRequest(request).filter((photo) => photos.has(photo)).length,
  };
}

/** A request whose `open` was refused, or that the service lost with a backup and has not been offered again. */
async function asItWasOpened(db: AppDatabase, id: string): Promise<Request | undefined> {
  const events = await db.events.where('requestId').equals(id).toArray();
  const open = events.find((event) => event.action.kind === 'open');
  return open && apply(undefined, open.action, open.stamp);
}

function refusedSteps(own: readonly EventRow[], rows: readonly OutboxRow[]): RefusedStep[] {
  const reasons = new Map(rows.map((row) => [row.id, row.refused]));
  return inOrder(own).flatMap(({ id, action }) => {
    const refused = reasons.get(id);
    return refused ? [{ actionId: id, kind: action.kind, refused, ...said(action) }] : [];
  });
}

function said(action: Action): { readonly words?: string } {
  if ('words' in action) return { words: action.words };
  if ('reason' in action) return { words: action.reason };
  return 'result' in action ? { words: action.result } : {};
}

/** Among the steps made on this device; one that is only carried stands before the one made after it. */
export function placeOf({ action, carried }: Pick<EventRow, 'action' | 'carried'>): number {
  return carried?.place ?? action.dseq;
}

function inOrder(own: readonly EventRow[]): EventRow[] {
  return [...own].sort((a, b) => placeOf(a) - placeOf(b));
}

function grouped<Row extends { readonly requestId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.requestId, [...(groups.get(row.requestId) ?? []), row]);
  return groups;
}
