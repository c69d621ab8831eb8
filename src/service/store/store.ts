/**
 * What the service remembers, as one contract. Two makers keep it: memory and SQLite; one suite asks both.
 *
 * Everything an office accepts or refuses happens in `append`: one transaction, in which that office is
 * locked, so that `seq` has no gap and no reader sees a later line before an earlier one.
 * A promise that resolves means: on the disk. Trouble of the disk is thrown as `StoreTrouble`.
 */
import type { Matter } from '#domain/matter/matter.ts';
import type { Event, Refused } from '#domain/request/action.ts';
import type { Request } from '#domain/request/request.ts';

/** The newest line of an office's log and its chain hash (lower-case hex; empty at 0). */
export type Head = { readonly seq: number; readonly h: string };

/** Where a request's own chain ends: how many lines it has, and the hash of the last (lower-case hex). */
export type TrailHead = { readonly lines: number; readonly rh: string };

/** A line of a request's trail, as it is found in the store. */
export type KeptLine = {
  /** Its place in the office's log. */
  readonly seq: number;
  /** Its place in the request's own chain. */
  readonly rh: string;
  /** `undefined` when what is there is not what the service writes. */
  readonly event: Event | undefined;
  /** Whether the office's chain, too, has these words in this place; `undefined` when the line before is gone. */
  readonly officeAgrees: boolean | undefined;
};

export type Trail = { readonly lines: readonly KeptLine[]; readonly head: TrailHead | undefined };

export type KnownVerdict =
  | { readonly verdict: 'accepted'; readonly seq: number }
  | { readonly verdict: 'refused'; readonly refused: Refused };

/** What can be read and written while the office is locked. Later reads see earlier writes of the same turn. */
export type OfficeTurn = {
  readonly head: () => Promise<Head>;
  /** The verdict that this action was given before. */
  readonly known: (actionId: string) => Promise<KnownVerdict | undefined>;
  readonly request: (requestId: string) => Promise<Request | undefined>;
  /**
   * `event.stamp.seq` is the head's plus one; `h` is the chain hash at it. `residentId` owns the request.
   * The store adds the line to the request's own chain.
   */
  readonly append: (event: Event, h: string, residentId: string) => Promise<void>;
  readonly saveRefusal: (actionId: string, refused: Refused) => Promise<void>;
  readonly saveRequest: (request: Request) => Promise<void>;
};

/** `next` is the newest line that was looked at, seen or not; `events` is what this reader may see of them. */
export type Page = {
  readonly next: number;
  readonly h: string;
  readonly more: boolean;
  readonly events: readonly Event[];
};

export type WorkerAccount = {
  readonly id: string;
  readonly officeId: string;
  readonly name: string;
  readonly telephone: string;
  /** As `accounts/password.ts` writes it. */
  readonly passwordHash: string;
};

/** The token itself is only in the worker's cookie. */
export type Session = {
  readonly tokenHash: string;
  readonly workerId: string;
  readonly expiresAt: number;
  readonly endedAt?: number;
};

/** Wrong sign-ins for one name from one address. */
export type Tries = { readonly failures: number; readonly nextAt: number };

export type StoredFile = {
  readonly id: string;
  readonly officeId: string;
  readonly requestId: string;
  readonly ownerId: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mime: string;
  readonly state: 'partial' | 'whole' | 'not-a-picture';
};

export type LogStore = {
  /** Runs `work` with the office locked. All it wrote is kept, or nothing when it throws. */
  readonly append: <T>(officeId: string, work: (turn: OfficeTurn) => Promise<T>) => Promise<T>;
  readonly head: (officeId: string) => Promise<Head>;
  /** The chain hash at `seq`; `undefined` when the log does not reach so far. */
  readonly hashAt: (officeId: string, seq: number) => Promise<string | undefined>;
  /** Lines after `after`, at most `limit`; only those of `residentId`'s requests when it is given. One snapshot. */
  readonly page: (officeId: string, after: number, limit: number, residentId?: string) => Promise<Page>;
  readonly request: (officeId: string, requestId: string) => Promise<Request | undefined>;
  /** Every line of a request, oldest first, and where its chain should end. For `auditTrail`. */
  readonly trail: (officeId: string, requestId: string) => Promise<Trail>;
};

export type PeopleStore = {
  /** Keeps the secret's hash at first sight; afterwards says whether it is the same one. */
  readonly meetResident: (id: string, secretHash: string) => Promise<'known' | 'wrong-secret'>;
  /** Adds workers, or replaces those with these ids: all or none. Two workers never share a name. */
  readonly saveWorkers: (workers: readonly WorkerAccount[]) => Promise<void>;
  readonly worker: (id: string) => Promise<WorkerAccount | undefined>;
  readonly workerByName: (name: string) => Promise<WorkerAccount | undefined>;
  readonly workers: (officeId: string) => Promise<readonly WorkerAccount[]>;
  readonly saveSession: (session: Session) => Promise<void>;
  readonly session: (tokenHash: string) => Promise<Session | undefined>;
  /** Ends one session, or all of a worker's. */
  readonly endSessions: (
    which: { readonly tokenHash: string } | { readonly workerId: string },
    at: number,
  ) => Promise<void>;
  readonly tries: (key: string) => Promise<Tries | undefined>;
  /** `undefined` forgets them. */
  readonly saveTries: (key: string, tries: Tries | undefined) => Promise<void>;
};

export type Store = LogStore &
  PeopleStore & {
    /** Every version ever seen is kept. `changed`: this version was kept before with other content, and stays as it was. */
    readonly keepMatter: (matter: Matter) => Promise<'kept' | 'changed'>;
    /** For an office that is only tried out: the version's content is replaced. */
    readonly replaceMatter: (matter: Matter) => Promise<void>;
    readonly matter: (id: string, version: number) => Promise<Matter | undefined>;
    readonly file: (id: string) => Promise<StoredFile | undefined>;
    readonly saveFile: (file: StoredFile) => Promise<void>;
    readonly close: () => Promise<void>;
  };

/** The disk is full, busy or gone: answered with 503, never with a verdict. */
export class StoreTrouble extends Error {
  readonly code: string;

  constructor(code: string, cause?: unknown) {
    super(`the store answered ${code}`, { cause });
    this.code = code;
  }
}
