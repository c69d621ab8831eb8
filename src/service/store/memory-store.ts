/**
 * The store in memory: for tests, and the plainest reading of the contract.
 *
 * A turn writes into lists of its own, which join the log only when the turn has ended well.
 */
import type { Matter } from '#domain/matter/matter.ts';
import type { Event, Refused } from '#domain/request/action.ts';
import type { Request } from '#domain/request/request.ts';
import { nextHash } from '../chain.ts';
import { memoryPeople } from './memory-people.ts';
import type { Head, KnownVerdict, LogStore, OfficeTurn, Store, StoredFile, TrailHead } from './store.ts';
import { makeTurns } from './turns.ts';

type Line = { readonly event: Event; readonly h: string; readonly rh: string; readonly residentId: string };
type OfficeLog = {
  readonly lines: Line[];
  readonly seqOf: Map<string, number>;
  readonly refusals: Map<string, Refused>;
  readonly requests: Map<string, Request>;
  readonly trails: Map<string, TrailHead>;
};

const emptyLog = (): OfficeLog => ({
  lines: [],
  seqOf: new Map(),
  refusals: new Map(),
  requests: new Map(),
  trails: new Map(),
});

export function memoryStore(): Store {
  const matters = new Map<string, Matter>();
  const files = new Map<string, StoredFile>();
  const key = (id: string, version: number): string => `${id}@${version}`;
  return {
    ...memoryLog(),
    ...memoryPeople(),
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
        return result;
      }),
    head: async (officeId) => headOf(of(officeId).lines),
    hashAt: async (officeId, seq) => (seq === 0 ? '' : of(officeId).lines[seq - 1]?.h),
    async page(officeId, after, limit, residentId) {
      const { lines } = of(officeId);
      const seen = lines
        .slice(after)
        .filter((line) => residentId === undefined || line.residentId === residentId);
      const some = seen.slice(0, limit);
      const more = seen.length > some.length;
      const last = more ? some.at(-1) : lines.at(-1);
      const next = last ? { seq: last.event.stamp.seq, h: last.h } : { seq: 0, h: '' };
      return { next: next.seq, h: next.h, more, events: some.map((line) => line.event) };
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
    async append(event, h, residentId) {
      const { id, requestId } = event.action;
      if (event.stamp.seq !== head().seq + 1) throw new Error(`line ${event.stamp.seq} would leave a gap`);
      if (fresh.seqOf.has(id) || log.seqOf.has(id)) throw new Error(`action ${id} is in the log already`);
      const before = fresh.trails.get(requestId) ?? log.trails.get(requestId);
      const rh = nextHash(before?.rh ?? '', event);
      fresh.lines.push({ event, h, rh, residentId });
      fresh.seqOf.set(id, event.stamp.seq);
      fresh.trails.set(requestId, { lines: (before?.lines ?? 0) + 1, rh });
    },
    async saveRefusal(actionId, refused) {
      fresh.refusals.set(actionId, refused);
    },
    async saveRequest(request) {
      fresh.requests.set(request.id, request);
    },
  };
}

function headOf(lines: readonly Line[]): Head {
  const last = lines.at(-1);
  return last ? { seq: last.event.stamp.seq, h: last.h } : { seq: 0, h: '' };
}
