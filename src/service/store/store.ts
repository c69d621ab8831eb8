/**
 * What the service remembers, as one contract. Two makers keep it: memory and SQLite; one suite asks both.
 *
 * Everything an office accepts or refuses happens in `append`: one transaction, in which that office is
 * locked, so that `seq` has no gap and no reader sees a later line before an earlier one.
 * A promise that resolves means: on the disk. Trouble of the disk is thrown as `StoreTrouble`.
 */
import type { NamedLink } from '#domain/mandate/link.ts';
import type { Matter } from '#domain/matter/matter.ts';
import type { Event, Refused, Role } from '#domain/request/action.ts';
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
   * `seenBy: 'readers'`: a draft's line, for its owner and the request's readers only.
   * The store adds the line to the request's own chain.
   */
  readonly append: (event: Event, h: string, residentId: string, seenBy?: 'readers') => Promise<void>;
  readonly saveRefusal: (actionId: string, refused: Refused) => Promise<void>;
  readonly saveRequest: (request: Request) => Promise<void>;
  readonly handOver: (codeHash: string) => Promise<HandOver | undefined>;
  /** Adds it, or replaces the one with this code's hash. */
  readonly saveHandOver: (handOver: HandOver) => Promise<void>;
  /** From here on `page` gives this person the request's lines, and once those that the person is past. */
  readonly addReader: (requestId: string, personId: string) => Promise<void>;
  /** Whoever reads it now gets no line that comes after the head. They may be let in anew. */
  readonly closeReaders: (requestId: string) => Promise<void>;
};

/** The code of a hand-over, by its hash; the code itself is nowhere on the service. */
export type HandOver = {
  /** Lower-case hex SHA-256 of "<office id>:<code>". */
  readonly codeHash: string;
  readonly requestId: string;
  /** By the service's clock, ms since 1970. */
  readonly until: number;
  /** The first worker who came with the code: nobody else may use it. */
  readonly reservedBy?: string;
};

/**
 * Who turns the pages. A resident sees what is theirs, and what they read for one of `helping`: the elders
 * whose links let them now; of the elders in `seeing` all that is no draft. A worker sees the office's log without the drafts of which they are no reader.
 */
export type Reader =
  | {
      readonly residentId: string;
      readonly helping: readonly string[];
      readonly seeing?: readonly string[];
    }
  | { readonly workerId: string };

/** `next` is the newest line that was looked at, seen or not; `events` is what this reader may see of them. */
export type Page = {
  readonly next: number;
  readonly h: string;
  readonly more: boolean;
  readonly events: readonly Event[];
};

export type StaffRole = Extract<Role, 'worker' | 'supervisor' | 'administrator'>;

export type WorkerAccount = {
  readonly id: string;
  readonly role: StaffRole;
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
  /**
   * Lines after `after`, at most `limit`, that `reader` may see; without one, all of them. One snapshot.
   * Before them, whatever the limit: lines up to `after` of drafts that the reader was let into when the log
   * had `after` lines or more. Their cursor had passed those lines.
   */
  readonly page: (officeId: string, after: number, limit: number, reader?: Reader) => Promise<Page>;
  readonly request: (officeId: string, requestId: string) => Promise<Request | undefined>;
  /** Now, not only once. */
  readonly isReader: (officeId: string, requestId: string, personId: string) => Promise<boolean>;
  /** Every line of a request, oldest first, and where its chain should end. For `auditTrail`. */
  readonly trail: (officeId: string, requestId: string) => Promise<Trail>;
};

export type PeopleStore = {
  /** Keeps the secret's hash at first sight; afterwards says whether it is the same one. */
  readonly meetResident: (id: string, secretHash: string) => Promise<'known' | 'wrong-secret'>;
  /** What was kept at first sight; `undefined` for somebody who never called. */
  readonly secretHashOf: (residentId: string) => Promise<string | undefined>;
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

/** While a link is only offered its code's hash is with it, and its helper is nobody: both empty texts. */
export type LinkRecord = NamedLink & {
  readonly codeHash?: string;
  readonly codeUntil?: number;
  /** Who ended it before its time, and what a worker wrote about it. */
  readonly endedBy?: { readonly id: string; readonly words?: string };
};

export type LinkStore = {
  /** Adds it, or replaces the one with this id. */
  readonly saveLink: (link: LinkRecord) => Promise<void>;
  readonly link: (id: string) => Promise<LinkRecord | undefined>;
  readonly linkByCode: (codeHash: string) => Promise<LinkRecord | undefined>;
  /** All of one side, ended and offered ones too; the newest first. */
  readonly linksOf: (
    side: { readonly elderId: string } | { readonly helperId: string },
  ) => Promise<readonly LinkRecord[]>;
  /** What has ended stays as it was ended. */
  readonly endLink: (id: string, at: number) => Promise<void>;
};

export type Store = LogStore &
  PeopleStore &
  LinkStore & {
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
