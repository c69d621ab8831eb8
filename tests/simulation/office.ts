/** The service of a simulated run: real routes, real rule book, memory store; can be put back to an older backup. */
import type { Event, Person } from '#domain/request/action.ts';
import { DEVICE_HEADER } from '#protocol/envelope.ts';
import { makeOfficeKey } from '#protocol/seal.ts';
import { openSession } from '#service/accounts/sessions.ts';
import { makeNews } from '#service/news.ts';
import { createServer } from '#service/server.ts';
import { memoryStore } from '#service/store/memory-store.ts';
import type { Store } from '#service/store/store.ts';
import type { Clock } from '#sync/clock.ts';
import { COLLEAGUE, matter, office, OFFICE_ID, WORKER } from '#tests/support/make.ts';
import { refill } from '#tests/support/refill.ts';
import type { Reply } from './network.ts';

const SECRET = 's'.repeat(43);
const WORKERS = [WORKER, COLLEAGUE].map(({ id }) => ({
  id,
  role: 'worker' as const,
  name: id,
  telephone: '',
  officeId: OFFICE_ID,
  passwordHash: '',
}));

/** What a mutant changes about the service. */
export type ServiceMutant = {
  readonly store?: (store: Store) => Store;
  readonly serve?: (next: Ask, store: Store) => Ask;
};
export type Ask = (person: Person, path: string, init: RequestInit) => Promise<Reply>;

export async function simulatedOffice(clock: Clock, mutant: ServiceMutant = {}) {
  const officeKey = await makeOfficeKey();
  let cookies = new Map<string, string>();
  let store = memoryStore();
  let server = await open([]);

  async function open(events: readonly Event[]) {
    store = memoryStore();
    cookies = new Map();
    await store.keepMatter(matter());
    await store.saveWorkers(WORKERS);
    await refill(store, events);
    const seen = mutant.store?.(store) ?? store;
    const quiet = { news: makeNews(), now: clock.now, waitMs: 0, log: () => undefined, shelf: NO_SHELF };
    return createServer({ store: seen, office: office(), officeKey, catalogue: [matter()], ...quiet });
  }

  async function credentials({ id, role }: Person): Promise<Record<string, string>> {
    if (role === 'resident') return { authorization: `Bearer ${id}.${SECRET}` };
    const cookie = cookies.get(id) ?? `bangban=${await openSession(store, id, clock.now())}`;
    cookies.set(id, cookie);
    return { cookie };
  }

  const answer: Ask = async (person, path, init) => {
    const { signal: _left, ...rest } = init; // a device that hung up does not unsay what it sent
    const own = { ...Object.fromEntries(new Headers(init.headers)), [DEVICE_HEADER]: '1' };
    const headers = { ...own, ...(await credentials(person)) };
    const response = await server.request(path, { ...rest, headers });
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      text: await response.text(),
    };
  };

  return {
    ask: ((person, path, init) =>
      (mutant.serve?.(answer, store) ?? answer)(person, path, init)) satisfies Ask,
    events: async () => (await store.page(OFFICE_ID, 0, 100_000)).events,
    request: (id: string) => store.request(OFFICE_ID, id),
    head: () => store.head(OFFICE_ID),
    async restore(lines: number): Promise<void> {
      const { events } = await store.page(OFFICE_ID, 0, 100_000);
      server = await open(events.slice(0, lines));
    },
  };
}

/** No photos in these runs. */
const NO_SHELF = {
  have: async () => 0,
  add: async () => undefined,
  readPart: async () => new Uint8Array(),
  makeWhole: async () => undefined,
  dropPart: async () => undefined,
  read: async () => new Uint8Array(),
};
