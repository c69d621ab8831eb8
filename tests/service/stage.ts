/** A whole service in this process, with a clock that a test moves, and people who call on it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Action, Event, Person } from '#domain/request/action.ts';
import { DEVICE_HEADER } from '#protocol/envelope.ts';
import { PULL_PATH } from '#protocol/pull.ts';
import { PUSH_PATH, type Verdict } from '#protocol/push.ts';
import { makeOfficeKey } from '#protocol/seal.ts';
import { openSession } from '#service/accounts/sessions.ts';
import { openShelf } from '#service/files/shelf.ts';
import type { LogLine } from '#service/log.ts';
import { makeNews } from '#service/news.ts';
import { createServer } from '#service/server.ts';
import type { ServiceDeps } from '#service/service-deps.ts';
import { memoryStore } from '#service/store/memory-store.ts';
import type { WorkerAccount } from '#service/store/store.ts';
import { COLLEAGUE, matter, MORNING, office, OFFICE_ID, WORKER } from '#tests/support/make.ts';

export const STRANGER: Person = { id: 'worker-9', role: 'worker' };
export const SUPERVISOR: Person = { id: 'worker-3', role: 'supervisor' };
export const ADMINISTRATOR: Person = { id: 'worker-4', role: 'administrator' };
const STAFF: readonly WorkerAccount[] = [
  {
    ...WORKER,
    role: 'worker',
    name: '李梅',
    telephone: '010-5550111',
    officeId: OFFICE_ID,
    passwordHash: '',
  },
  {
    ...COLLEAGUE,
    role: 'worker',
    name: '张强',
    telephone: '010-5550112',
    officeId: OFFICE_ID,
    passwordHash: '',
  },
  {
    ...STRANGER,
    role: 'worker',
    name: '外人',
    telephone: '010-5550119',
    officeId: 'office-9',
    passwordHash: '',
  },
  {
    ...SUPERVISOR,
    role: 'supervisor',
    name: '王海燕',
    telephone: '010-5550113',
    officeId: OFFICE_ID,
    passwordHash: '',
  },
  {
    ...ADMINISTRATOR,
    role: 'administrator',
    name: '周建国',
    telephone: '010-5550114',
    officeId: OFFICE_ID,
    passwordHash: '',
  },
];

export async function stage(over: Partial<ServiceDeps> = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'bangban-service-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const clock = { now: MORNING };
  const log: LogLine[] = [];
  const deps: ServiceDeps = {
    store: memoryStore(),
    office: office(),
    officeKey: await makeOfficeKey(),
    catalogue: [matter()],
    shelf: await openShelf(join(dir, 'files')),
    news: makeNews(),
    now: () => clock.now,
    waitMs: 60_000,
    log: (line) => log.push(line),
    ...over,
  };
  await deps.store.saveWorkers(STAFF);
  await deps.store.keepMatter(matter());
  const server = createServer(deps);

  /** What this person's device sends along. A worker is signed in anew. */
  const credentials = async (person: Person): Promise<Record<string, string>> =>
    person.role === 'resident' || person.role === 'helper'
      ? { authorization: `Bearer ${person.id}.${'s'.repeat(40)}` }
      : { cookie: `bangban=${await openSession(deps.store, person.id, clock.now)}` };

  const ask = async (person: Person | undefined, path: string, init: RequestInit = {}): Promise<Response> =>
    server.request(path, {
      ...init,
      headers: {
        [DEVICE_HEADER]: '1',
        ...(person && (await credentials(person))),
        ...(init.headers as Record<string, string> | undefined), // tests give plain objects
      },
    });
  const post = (person: Person | undefined, path: string, body: object): Promise<Response> =>
    ask(person, path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ bangban: 1, ...body }),
    });

  return {
    deps,
    clock,
    log,
    server,
    ask,
    post,
    dir,
    pushRaw: async (person: Person, actions: readonly unknown[]): Promise<readonly Verdict[]> =>
      ((await (await post(person, PUSH_PATH, { actions })).json()) as { verdicts: Verdict[] }).verdicts, // the reply's shape
    push: async (person: Person, ...actions: readonly Action[]): Promise<readonly Verdict[]> =>
      ((await (await post(person, PUSH_PATH, { actions })).json()) as { verdicts: Verdict[] }).verdicts, // as above
    pull: async (person: Person, over: object = {}): Promise<Pulled> =>
      (await (
        await post(person, PULL_PATH, { officeId: OFFICE_ID, after: 0, h: '', limit: 100, ...over })
      ).json()) as Pulled, // as above
  };
}

type Pulled = {
  readonly pulled: 'page' | 'reset';
  readonly next: number;
  readonly h: string;
  readonly more: boolean;
  readonly events: readonly Event[];
};
