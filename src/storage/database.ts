/**
 * The IndexedDB database of one account on this device: its tables, their rows, their version history.
 *
 * One database an account, so that nothing of one person can show up for the next (OpenCRVS #9946).
 * `requests` and the events with a `seq` hold only what the service confirmed.
 */
import { Dexie, type DexieOptions, type EntityTable } from 'dexie';
import type { Entries } from '#domain/answers/answer.ts';
import type { Mandate } from '#domain/mandate/mandate.ts';
import type { Matter } from '#domain/matter/matter.ts';
import type { Action, Refused, Stamp } from '#domain/request/action.ts';
import type { Request } from '#domain/request/request.ts';
import type { HandedOver } from './two-hands.ts';

/** An action, made here or pulled. `unseen` marks one made here that no pull has brought back yet. */
export type EventRow = {
  /** The action's id. */
  readonly id: string;
  readonly requestId: string;
  readonly action: Action;
  readonly seq?: number;
  readonly stamp?: Stamp;
  readonly unseen?: 1;
  /** A resident's hand-over that this worker's device brings to the service. */
  readonly carried?: Carried;
};

export type Carried = {
  /** The resident's mark on it. */
  readonly mark: string;
  /** Before which of this device's own steps it stands: its `dseq` less a half. */
  readonly place: number;
};

/** An action without the service's answer. `refused`: the service said no, and nobody has mended it yet. */
export type OutboxRow = {
  readonly k: number;
  /** The action's id; the action itself is in `events`. */
  readonly id: string;
  readonly requestId: string;
  readonly state: 'waiting' | 'refused';
  readonly refused?: Refused;
  /** The service had accepted it and its log lost it with a backup: offered again (R5). */
  readonly again?: 1;
  /** This device's clock, ms since 1970. */
  readonly keptAt: number;
};

/** A request that is being written. It keeps its matter whole, so that an app update cannot change its questions. */
export type DraftRow = {
  /** Becomes the request's id. */
  readonly id: string;
  readonly matterId: string;
  readonly matter: Matter;
  readonly entries: Entries;
  /** Where the person is: a field's id, or `check`. */
  readonly place: string;
  readonly startedAt: number;
  readonly changedAt: number;
  readonly handedOver?: HandedOver;
  /** Written for somebody else, under a link. */
  readonly forElder?: ForElder;
};

/** Whom a helper writes a draft for: the mandate that it will be sent under, and the helper's own word for that person. */
export type ForElder = { readonly mandate: Mandate; readonly called: string };

/** A photo. Bytes as ArrayBuffer: WebKit loses Blobs in IndexedDB (localForage #834, dexie #1227). */
export type FileRow = {
  readonly id: string;
  /** The request, or the draft that becomes it. */
  readonly requestId: string;
  readonly mime: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly data: ArrayBuffer;
  /** `draft`: not sent before its words are. `whole`: the service has it. `refused`: it will never take it. */
  readonly state: 'draft' | 'waiting' | 'whole' | 'refused';
  readonly why?: string;
};

export type MatterRow = { /** `id@version` */ readonly id: string; readonly matter: Matter };
export type MetaRow = { readonly key: string; readonly value: unknown };

export type AppDatabase = Dexie & {
  readonly events: EntityTable<EventRow, 'id'>;
  /** The fold of the confirmed events, kept so that a screen need not fold the whole log. */
  readonly requests: EntityTable<Request, 'id'>;
  readonly outbox: EntityTable<OutboxRow, 'k'>;
  readonly drafts: EntityTable<DraftRow, 'id'>;
  readonly files: EntityTable<FileRow, 'id'>;
  readonly matters: EntityTable<MatterRow, 'id'>;
  readonly meta: EntityTable<MetaRow, 'key'>;
};

export const DATABASE_PREFIX = 'bangban-';

/** `cache: 'disabled'` for what must not stay in Dexie's memory longer than a screen shows it. */
export function openDatabase(accountId: string, more: Pick<DexieOptions, 'cache'> = {}): AppDatabase {
  const db = new Dexie(DATABASE_PREFIX + accountId, {
    // 'strict': what we called kept must outlive a dead battery, not only a closed tab.
    chromeTransactionDurability: 'strict',
    ...more,
  }) as AppDatabase; // Dexie adds the tables by name
  // A released version is never edited; the next one goes below it.
  db.version(1).stores({
    events: 'id, requestId, seq, unseen',
    requests: 'id, status, changedAt',
    outbox: '++k, &id, requestId, state',
    drafts: 'id, changedAt',
    files: 'id, requestId, state',
    matters: 'id',
    meta: 'key',
  });
  return db;
}
