/**
 * The rules of the sync, each broken once on purpose: a simulation that stays green on these proves nothing.
 *
 * A device's mutant stands in for one function of the real code; a service's changes what comes through its door.
 */
import { vi } from 'vitest';
import type * as Facts from '#storage/facts.ts';
import type * as Outbox from '#storage/outbox.ts';
import { PULL_PATH } from '#protocol/pull.ts';
import { PUSH_PATH } from '#protocol/push.ts';
import { OFFICE_ID } from '#tests/support/make.ts';
import type { Reply } from './network.ts';
import type { ServiceMutant } from './office.ts';
import type { Code } from './run.ts';

type Mutants = Readonly<Record<string, () => Promise<Code>>>;

export const MUTANTS: Mutants = {
  'the outbox is emptied before the answer': () =>
    withOutbox((real) => ({
      waiting: async (db, limit, after) => {
        const entries = await real.waiting(db, limit, after);
        await db.outbox.bulkDelete(entries.map(({ row }) => row.k));
        return entries;
      },
    })),

  'a receipt moves the cursor': async () => ({
    service: {
      serve: (next, store) => async (person, path, init) => {
        const reply = await next(person, path, init);
        return path === PUSH_PATH
          ? { ...reply, text: withHead(reply.text, await store.head(OFFICE_ID)) }
          : reply;
      },
    },
    takeTurn: async (turn) => {
      const { takeTurn } = await import('#sync/turn.ts');
      const call = async (path: string, init?: RequestInit): Promise<Response> => {
        const response = await turn.line.call(path, init);
        const told =
          path === PUSH_PATH
            ? await response
                .clone()
                .json()
                .catch(() => undefined)
            : undefined;
        if (told?.head) await turn.db.meta.put({ key: 'cursor', value: told.head });
        return response;
      };
      return takeTurn({ ...turn, line: { ...turn.line, call } });
    },
  }),

  'a page is taken in wherever the cursor stands': () =>
    withFacts((real) => ({
      applyPage: async (db, page, asked) => {
        await db.meta.put({ key: 'cursor', value: { seq: page.after, h: asked?.h ?? '' } });
        return real.applyPage(db, page, asked);
      },
    })),

  'the cursor is written before the events': () =>
    withFacts((real) => ({
      applyPage: async (db, page, asked) => {
        const before = await real.cursor(db);
        if (before.seq !== page.after) return 'stale';
        await db.meta.put({ key: 'cursor', value: { seq: page.next, h: page.h } });
        await db.meta.get('cursor'); // a battery may go flat here
        await db.meta.put({ key: 'cursor', value: before });
        return real.applyPage(db, page, asked);
      },
    })),

  'what the log has lost is not offered again': () =>
    withFacts((real) => ({
      applyPage: (db, page, asked) => real.applyPage(db, { ...page, more: true }, asked),
    })),

  'a refusal for what the log lacks is the last word': async () => {
    vi.doMock('#storage/for-later.ts', () => ({ isForLater: async () => false }));
    return freshCode();
  },

  'a cursor within the log is believed': () =>
    withService({
      serve: (next, store) => async (person, path, init) => {
        if (path !== PULL_PATH) return next(person, path, init);
        const body = JSON.parse(String(init.body));
        const h = await store.hashAt(OFFICE_ID, body.after);
        return next(person, path, { ...init, body: JSON.stringify({ ...body, h: h ?? body.h }) });
      },
    }),

  'an action is not known again': () =>
    withService({
      store: (store) => ({
        ...store,
        append: (officeId, work) =>
          store.append(officeId, (turn) =>
            work({
              ...turn,
              known: async () => undefined,
              append: async (event, h, residentId) => {
                const twice = await turn.known(event.action.id);
                const id = twice ? [...event.action.id].reverse().join('') : event.action.id;
                await turn.append({ ...event, action: { ...event.action, id } }, h, residentId);
              },
            }),
          ),
      }),
    }),

  'a poisoned action spoils the whole push': () =>
    withService({
      serve: (next) => async (person, path, init) => {
        const isPoisoned = path === PUSH_PATH && /"matterVersion":(?!1[,}])/u.test(String(init.body));
        return isPoisoned ? SPOILED : next(person, path, init);
      },
    }),
};

const SPOILED: Reply = { status: 400, type: 'application/json', text: '{"bangban":1}' };

function withHead(text: string, head: object): string {
  return JSON.stringify({ ...JSON.parse(text), head });
}

async function withFacts(change: (real: typeof Facts) => Partial<typeof Facts>): Promise<Code> {
  vi.doMock('#storage/facts.ts', async (original) => {
    const real = await original<typeof Facts>();
    return { ...real, ...change(real) };
  });
  return freshCode();
}

async function withOutbox(change: (real: typeof Outbox) => Partial<typeof Outbox>): Promise<Code> {
  vi.doMock('#storage/outbox.ts', async (original) => {
    const real = await original<typeof Outbox>();
    return { ...real, ...change(real) };
  });
  return freshCode();
}

async function withService(service: ServiceMutant): Promise<Code> {
  return { ...(await freshCode()), service };
}

async function freshCode(): Promise<Code> {
  vi.resetModules();
  const { takeTurn } = await import('#sync/turn.ts');
  return { takeTurn };
}

/** Back to the real code. */
export function unmock(): void {
  for (const room of ['#storage/facts.ts', '#storage/outbox.ts', '#storage/for-later.ts']) vi.doUnmock(room);
  vi.resetModules();
}
