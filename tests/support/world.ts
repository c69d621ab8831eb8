/**
 * Devices and a service joined in one process: real rule book, real Dexie, real routes, and one line for
 * each device that a test can break.
 */
import type { Matter } from '#domain/matter/matter.ts';
import type { Event, Person } from '#domain/request/action.ts';
import type { Request } from '#domain/request/request.ts';
import { DEVICE_HEADER } from '#protocol/envelope.ts';
import { makeOfficeKey } from '#protocol/seal.ts';
import { openSession } from '#service/accounts/sessions.ts';
import type { FileShelf } from '#service/files/shelf.ts';
import type { LogLine } from '#service/log.ts';
import { makeNews } from '#service/news.ts';
import { createServer } from '#service/server.ts';
import { memoryStore } from '#service/store/memory-store.ts';
import * as outbox from '#storage/outbox.ts';
import { shownRequest, shownRequests } from '#storage/shown.ts';
import type { Line } from '#sync/line.ts';
import { pullOnce } from '#sync/pull.ts';
import { pushOnce } from '#sync/push.ts';
import { takeTurn } from '#sync/turn.ts';
import { freshDatabase } from './fresh-database.ts';
import { testClock } from './clock.ts';
import { COLLEAGUE, hexId, matter, office, OFFICE_ID, RESIDENT, WORKER } from './make.ts';
import { refill } from './refill.ts';

const WORKERS = [
  { ...WORKER, name: '李梅', telephone: '010-5550111' },
  { ...COLLEAGUE, name: '张强', telephone: '010-5550112' },
];
const SECRET = 's'.repeat(43);

export async function world(catalogue: readonly Matter[] = [matter()]) {
  const clock = testClock();
  const log: LogLine[] = [];
  const files = new Map<string, Uint8Array>();
  let service = await openService([]);
  let ids = 0;
  const newId = (): string => hexId((ids += 1) + 0x1000);

  async function openService(events: readonly Event[]) {
    const store = memoryStore();
    for (const one of catalogue) await store.keepMatter(one);
    await store.saveWorkers(
      WORKERS.map(({ id, name, telephone }) => ({
        id,
        role: 'worker',
        name,
        telephone,
        officeId: OFFICE_ID,
        passwordHash: '',
      })),
    );
    await refill(store, events);
    const news = makeNews();
    const server = createServer({
      store,
      office: office(),
      officeKey: await makeOfficeKey(),
      catalogue,
      shelf: memoryShelf(files),
      news,
      now: clock.now,
      waitMs: 0,
      log: (line) => log.push(line),
    });
    return { store, server };
  }

  /** A worker is signed in anew for each question. */
  function device(person: Person = RESIDENT) {
    const db = freshDatabase();
    const line = {
      up: true,
      loseReply: false,
      loginPage: false,
      /** Bytes of the answer after which the line breaks. */
      tearAt: undefined as number | undefined,
      signedOut: false,
      /** Paths asked for, oldest first. */
      asked: [] as string[],
    };
    const credentials = async (): Promise<Record<string, string>> => {
      if (line.signedOut) return {};
      if (person.role === 'resident') return { authorization: `Bearer ${person.id}.${SECRET}` };
      return { cookie: `bangban=${await openSession(service.store, person.id, clock.now())}` };
    };

    const call = async (path: string, init: RequestInit = {}): Promise<Response> => {
      if (!line.up) throw new TypeError('Failed to fetch');
      if (line.loginPage)
        return new Response('<html>Welcome to Café Wi-Fi</html>', {
          headers: { 'content-type': 'text/html' },
        });
      line.asked.push(path);
      const headers = {
        ...Object.fromEntries(new Headers(init.headers)),
        [DEVICE_HEADER]: '1',
        ...(await credentials()),
      };
      const response = await service.server.request(path, { ...init, headers });
      if (line.loseReply) throw new TypeError('Failed to fetch');
      return line.tearAt === undefined ? response : torn(response, line.tearAt);
    };
    const lineOut: Line = { call, clock };
    return {
      db,
      line,
      call,
      keep: (what: outbox.Doing, draftId?: string) =>
        outbox.keep(db, what, { by: person, at: clock.now(), newId }, draftId),
      push: () => pushOnce(db, lineOut),
      pull: () => pullOnce(db, lineOut, OFFICE_ID),
      turn: () => takeTurn({ db, line: lineOut, officeId: OFFICE_ID, officeAt: 0, mustYield: () => false }),
      shown: (id: string) => shownRequest(db, id),
      list: () => shownRequests(db),
      waits: () => db.outbox.toArray(),
    };
  }

  return {
    clock,
    newId,
    device,
    files,
    log,
    /** All that the office has, in order. */
    events: async () => (await service.store.page(OFFICE_ID, 0, 10_000)).events,
    request: (id: string): Promise<Request | undefined> => service.store.request(OFFICE_ID, id),
    /** The service as it was when its log had so many lines; devices keep what they have since. */
    restore: async (lines: number): Promise<void> => {
      const { events } = await service.store.page(OFFICE_ID, 0, 10_000);
      service = await openService(events.slice(0, lines));
    },
    /** Something in the log that this version of the app has never heard of. */
    append: async (event: Event): Promise<void> => {
      await refill(service.store, [event]);
    },
  };
}

function torn(response: Response, at: number): Response {
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(new Uint8Array(await response.arrayBuffer()).slice(0, at));
      controller.error(new TypeError('network error'));
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
}

function memoryShelf(files: Map<string, Uint8Array>): FileShelf {
  const part = (id: string): string => `${id}.part`;
  const bytes = (name: string): Uint8Array => files.get(name) ?? new Uint8Array();
  return {
    have: async (id) => bytes(part(id)).length,
    async add(id, more) {
      files.set(part(id), Buffer.concat([bytes(part(id)), more]));
    },
    readPart: async (id) => bytes(part(id)),
    async makeWhole(id) {
      files.set(id, bytes(part(id)));
      files.delete(part(id));
    },
    async dropPart(id) {
      files.delete(part(id));
    },
    read: async (id) => bytes(id),
  };
}
