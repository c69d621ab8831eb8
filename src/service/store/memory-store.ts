/**
 * The store in memory: for tests, and the plainest reading of the contract.
 *
 * A turn writes into lists of its own, which join the log only when the turn has ended well.
 */
import type { Matter } from '#domain/matter/matter.ts';
import type { Event, Refused } from '#domain/request/action.ts';
import type { Request } from '#domain/request/request.ts';
import { nextHash } from '../chain.ts';
import { memoryLinks } from './memory-links.ts';
import { memoryPeople } from './memory-people.ts';
import type {
  HandOver,
  Head,
  KnownVerdict,
  LogStore,
  OfficeTurn,
  Reader,
  Store,
  StoredFile,
  TrailHead,
} from './store.ts';
import { makeTurns } from './turns.ts';

type Line = {
  readonly event: Event;
  readonly h: string;
  readonly rh: string;
  readonly residentId: string;
  readonly forReaders: boolean;
};
type OfficeLog = {
  readonly lines: Line[];
  readonly seqOf: Map<string, number>;
  readonly refusals: Map<string, Refused>;
  readonly requests: Map<string, Request>;
  readonly trails: Map<string, TrailHead>;
  readonly handOvers: Map<string, HandOver>;
  /** By request and person. */
  readonly readers: Map<string, Reading>;
};
/** The log's head when somebody became a reader, and when they were shut out again. */
type Reading = { readonly since: number; readonly until?: number };
const pair = (requestId: string, personId: string): string => `${requestId} ${personId}`;

const emptyLog = (): OfficeLog => ({
  lines: [],
  seqOf: new Map(),
  refusals: new Map(),
  requests: new Map(),
  trails: new Map(),
  handOvers: new Map(),
  readers: new Map(),
});

export function memoryStore(): Store {
  const matters = new Map<string, Matter>();
  const files = new Map<string, StoredFile>();
  const key = (id: string, version: number): string => `${id}@${version}`;
  return {
    ...memoryLog(),
    ...memoryPeople(),
    ...memoryLinks(),
    async keepMatter(matter) {
      const kept = matters.get(key(matter.id, matter.version));
      if (!kept) matters.set(key(matter.id, matter.version), matter);
      return kept && JSON.stringify(kept) !== JSON.stringify(matter) ? 'changed' : 'kept';
    },
    async replaceMatter(matter) {
      matters.set(key(matter.id, matter.version), matter);
    },
    matter: async (id, version) => matters.get(key(id, version)),
    file: async (id) => files.get(id),
    async saveFile(file) {
      files.set(file.id, file);
    },
    close: async () => undefined,
  };
}

function memoryLog(): LogStore {
  const offices = new Map<string, OfficeLog>();
  const turns = makeTurns();
  const of = (officeId: string): OfficeLog => {
    const log = offices.get(officeId) ?? emptyLog();
    offices.set(officeId, log);
    return log;
  };
  return {
    append: (officeId, work) =>
      turns(async () => {
        const log = of(officeId);
        const fresh = emptyLog();
        const result = await work(turnOver(log, fresh));
        log.lines.push(...fresh.lines);
        for (const [id, seq] of fresh.seqOf) log.seqOf.set(id, seq);
        for (const [id, refused] of fresh.refusals) log.refusals.set(id, refused);
        for (const [id, request] of fresh.requests) log.requests.set(id, request);
        for (const [id, head] of fresh.trails) log.trails.set(id, head);
        for (const [hash, one] of fresh.handOvers) log.handOvers.set(hash, one);
        for (const [key, one] of fresh.readers) log.readers.set(key, one);
        return result;
      }),
    head: async (officeId) => headOf(of(officeId).lines),
    hashAt: async (officeId, seq) => (seq === 0 ? '' : of(officeId).lines[seq - 1]?.h),
    async page(officeId, after, limit, reader) {
      const log = of(officeId);
      const { lines } = log;
      const seen = lines.slice(after).filter((line) => sees(log, line, reader));
      const some = seen.slice(0, limit);
      const more = seen.length > some.length;
      const last = more ? some.at(-1) : lines.at(-1);
      const next = last ? { seq: last.event.stamp.seq, h: last.h } : { seq: 0, h: '' };
      const passed = lines.slice(0, after).filter((line) => wasPassed(log, line, after, reader));
      return { next: next.seq, h: next.h, more, events: [...passed, ...some].map((line) => line.event) };
    },
    async isReader(officeId, requestId, personId) {
      const reading = of(officeId).readers.get(pair(requestId, personId));
      return reading !== undefined && reading.until === undefined;
    },
    request: async (officeId, requestId) => of(officeId).requests.get(requestId),
    async trail(officeId, requestId) {
      const { lines, trails } = of(officeId);
      const kept = lines.flatMap(({ event, h, rh }, n) => {
        if (event.action.requestId !== requestId) return [];
        return [{ seq: n + 1, rh, event, officeAgrees: nextHash(lines[n - 1]?.h ?? '', event) === h }];
      });
      return { lines: kept, head: trails.get(requestId) };
    },
  };
}

function sees(log: OfficeLog, line: Line, reader?: Reader): boolean {
  if (!reader) return true;
  if ('workerId' in reader) return !line.forReaders || readingOf(log, line, reader.workerId) !== undefined;
  if (line.residentId === reader.residentId) return true;
  if (!line.forReaders && reader.seeing?.includes(line.residentId)) return true;
  return reader.helping.includes(line.residentId) && readingOf(log, line, reader.residentId) !== undefined;
}

/** What somebody was let into when their cursor had gone past it. */
function wasPassed(log: OfficeLog, line: Line, after: number, reader?: Reader): boolean {
  if (!reader || !('workerId' in reader) || !line.forReaders) return false;
  return (readingOf(log, line, reader.workerId)?.since ?? -1) >= after;
}

function readingOf({ readers }: OfficeLog, { event }: Line, personId: string): Reading | undefined {
  const reading = readers.get(pair(event.action.requestId, personId));
  return event.stamp.seq <= (reading?.until ?? Infinity) ? reading : undefined;
}

function turnOver(log: OfficeLog, fresh: OfficeLog): OfficeTurn {
  const head = (): Head => headOf(fresh.lines.length > 0 ? fresh.lines : log.lines);
  return {
    head: async () => head(),
    async known(actionId): Promise<KnownVerdict | undefined> {
      const seq = fresh.seqOf.get(actionId) ?? log.seqOf.get(actionId);
      if (seq !== undefined) return { verdict: 'accepted', seq };
      const refused = fresh.refusals.get(actionId) ?? log.refusals.get(actionId);
      return refused && { verdict: 'refused', refused };
    },
    request: async (requestId) => fresh.requests.get(requestId) ?? log.requests.get(requestId),
    async append(event, h, residentId, seenBy) {
      const { id, requestId } = event.action;
      if (event.stamp.seq !== head().seq + 1) throw new Error(`line ${event.stamp.seq} would leave a gap`);
      if (fresh.seqOf.has(id) || log.seqOf.has(id)) throw new Error(`action ${id} is in the log already`);
      const before = fresh.trails.get(requestId) ?? log.trails.get(requestId);
      const rh = nextHash(before?.rh ?? '', event);
      fresh.lines.push({ event, h, rh, residentId, forReaders: seenBy === 'readers' });
      fresh.seqOf.set(id, event.stamp.seq);
      fresh.trails.set(requestId, { lines: (before?.lines ?? 0) + 1, rh });
    },
    async saveRefusal(actionId, refused) {
      fresh.refusals.set(actionId, refused);
    },
    async saveRequest(request) {
      fresh.requests.set(request.id, request);
    },
    handOver: async (codeHash) => fresh.handOvers.get(codeHash) ?? log.handOvers.get(codeHash),
    async saveHandOver(one) {
      fresh.handOvers.set(one.codeHash, one);
    },
    async addReader(requestId, personId) {
      const key = pair(requestId, personId);
      const before = fresh.readers.get(key) ?? log.readers.get(key);
      if (!before || before.until !== undefined) fresh.readers.set(key, { since: head().seq });
    },
    async closeReaders(requestId) {
      for (const [key, reading] of new Map([...log.readers, ...fresh.readers]))
        if (key.startsWith(pair(requestId, '')) && reading.until === undefined)
          fresh.readers.set(key, { ...reading, until: head().seq });
    },
  };
}

function headOf(lines: readonly Line[]): Head {
  const last = lines.at(-1);
  return last ? { seq: last.event.stamp.seq, h: last.h } : { seq: 0, h: '' };
}
