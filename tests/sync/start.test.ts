/** When a turn is taken, and what people are told of it. Time goes on only when a test says so. */
import { afterEach, expect, test } from 'vitest';
import type { Person } from '#domain/request/action.ts';
import { PULL_PATH } from '#protocol/pull.ts';
import { PUSH_PATH } from '#protocol/push.ts';
import { WAIT_PATH } from '#protocol/wait.ts';
import { keepOffice } from '#storage/office.ts';
import { pageLocks, type Locks } from '#sync/one-at-a-time.ts';
import { startSync, type StartedSync, type SyncNews } from '#sync/start.ts';
import type { Call } from '#sync/line.ts';
import { settle, until } from '#tests/support/clock.ts';
import { answers, hexId, matter, office, OFFICE_ID, RESIDENT, WORKER } from '#tests/support/make.ts';
import { world } from '#tests/support/world.ts';

const started: StartedSync[] = [];
afterEach(() => started.splice(0).forEach((sync) => sync.stop()));

const open = (n: number) =>
  ({
    kind: 'open',
    requestId: hexId(n),
    officeId: OFFICE_ID,
    matterId: 'home-repair',
    matterVersion: 1,
    answers: answers(),
  }) as const;

async function town() {
  const place = await world();
  return { ...place, phone: (person: Person = RESIDENT) => phoneIn(place, person) };
}

/** A phone whose sync runs by itself. The long question hangs until a test answers it. */
async function phoneIn(place: Awaited<ReturnType<typeof world>>, person: Person) {
  const device = place.device(person);
  await keepOffice(device.db, office(), {}, 0);
  await device.db.matters.put({ id: 'home-repair@1', matter: matter() });
  const heard: SyncNews[] = [];
  const page = { visible: true, ears: new Set<() => void>(), online: new Set<() => void>() };
  const wait = { asked: 0, answer: (_head: number): void => undefined };
  /** What answers in the service's place. */
  const instead = { answer: undefined as (() => Response) | undefined };
  /** Holds every question to the service until it is opened. */
  let gate: Promise<void> | undefined;
  let openGate = (): void => undefined;

  const call: Call = async (path, init) => {
    if (path === WAIT_PATH) {
      wait.asked += 1;
      if (!device.line.up) throw new TypeError('Failed to fetch');
      return new Promise((resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new TypeError('aborted')));
        wait.answer = (head) =>
          resolve(new Response(JSON.stringify({ bangban: 1, head }), { headers: JSON_TYPE }));
      });
    }
    await gate;
    return instead.answer?.() ?? device.call(path, init);
  };
  const begin = (locks: Locks = pageLocks()): StartedSync => {
    const sync = startSync({
      db: device.db,
      call,
      officeId: OFFICE_ID,
      hear: (news) => heard.push(news),
      world: {
        clock: place.clock,
        spread: () => 0.5,
        locks,
        page: {
          isVisible: () => page.visible,
          onVisible: (hear) => listenTo(page.ears, hear),
          onOnline: (hear) => listenTo(page.online, hear),
        },
      },
    });
    started.push(sync);
    return sync;
  };
  const asked = (path: string): number => device.line.asked.filter((one) => one === path).length;
  return {
    ...device,
    begin,
    heard,
    page,
    wait,
    instead,
    asked,
    hold: () => {
      gate = new Promise((resolve) => (openGate = resolve));
    },
    letGo: () => {
      gate = undefined;
      openGate();
    },
    show: (visible: boolean) => {
      page.visible = visible;
      page.ears.forEach((hear) => hear());
    },
  };
}
const JSON_TYPE = { 'content-type': 'application/json' };

function listenTo(ears: Set<() => void>, hear: () => void): () => void {
  ears.add(hear);
  return () => ears.delete(hear);
}

test('what waits at the start is sent, and people hear how it goes', async () => {
  const { phone, events, clock } = await town();
  const { keep, begin, heard } = await phone();
  await keep(open(1));
  const sync = begin();
  await until(() => heard.length === 2);
  expect(heard).toEqual([{ at: 'sending' }, { at: 'sent', lastDoneAt: clock.now() }]);
  expect(sync.news.current()).toEqual(heard[1]);
  expect(await events()).toHaveLength(1);
});

test('a tap during a turn is not forgotten, and many taps ask for one turn more', async () => {
  const { phone, events } = await town();
  const { keep, begin, hold, letGo, heard, asked } = await phone();
  hold();
  const sync = begin();
  await settle();
  await keep(open(1));
  for (let taps = 0; taps < 5; taps += 1) sync.nudge();
  letGo();
  await until(() => heard.filter(({ at }) => at === 'sent').length === 2);
  await settle();
  expect(await events()).toHaveLength(1);
  expect(asked(PULL_PATH)).toBe(2);
});

test('without a line the tries come later and later; a sign of the line comes at once', async () => {
  const { phone, clock, events } = await town();
  const { keep, begin, heard, line, page } = await phone();
  line.up = false;
  await keep(open(1));
  const sync = begin();
  await until(() => sync.news.current().at === 'offline');
  expect(sync.news.current().nextTryAt).toBe(clock.now() + 2_000);
  await clock.advance(2_000);
  expect(sync.news.current().nextTryAt).toBe(clock.now() + 4_000);

  line.up = true;
  page.online.forEach((hear) => hear());
  await until(() => sync.news.current().at === 'sent');
  expect(await events()).toHaveLength(1);
  expect(heard.some(({ at }) => at === 'service-trouble')).toBe(false);
});

test('coming back to the foreground asks for a turn; going away asks for none', async () => {
  const { phone } = await town();
  const { begin, heard, show, asked } = await phone();
  begin();
  await until(() => heard.length === 1);
  show(false);
  await settle();
  expect(asked(PULL_PATH)).toBe(1);
  show(true);
  await until(() => asked(PULL_PATH) === 2);
});

test('a service that asks to be left alone is left alone, even when somebody taps', async () => {
  const { phone, clock } = await town();
  const { begin, line, instead, show } = await phone();
  show(false);
  const headers = { ...JSON_TYPE, 'retry-after': '90' };
  instead.answer = () => new Response('{"bangban":1}', { status: 503, headers });
  const sync = begin();
  await until(() => sync.news.current().at === 'service-trouble');
  expect(sync.news.current().nextTryAt).toBe(clock.now() + 112_500);
  instead.answer = undefined;
  sync.nudge();
  await clock.advance(89_000);
  expect(line.asked).toEqual([]);
  await clock.advance(24_000);
  await until(() => sync.news.current().at === 'sent');
});

test('news in the hall is there at once: the long question answers, and a turn follows', async () => {
  const { phone, device } = await town();
  const { begin, wait, list } = await phone(WORKER);
  begin();
  await until(() => wait.asked === 1);
  const resident = device();
  await resident.keep(open(1));
  await resident.push();
  wait.answer(1);
  await until(async () => (await list()).length === 1, 'the request in the hall');
  await until(() => wait.asked === 2);
});

test('nobody listens while the page is hidden', async () => {
  const { phone } = await town();
  const { begin, wait, show, heard } = await phone();
  begin();
  await until(() => wait.asked === 1);
  show(false);
  await settle();
  expect(wait.asked).toBe(1);
  show(true);
  await until(() => wait.asked === 2);
  expect(heard.every(({ at }) => at === 'sent')).toBe(true);
});

test('a service that answers the long question at once is not asked without end', async () => {
  const { phone, clock } = await town();
  const { begin, wait } = await phone();
  begin();
  for (let n = 1; n <= 3; n += 1) {
    await until(() => wait.asked === n);
    wait.answer(0);
    await settle();
    expect(wait.asked).toBe(n);
    await clock.advance(1_000 * 2 ** n);
  }
});

test('another tab that is at it is left to it, and asked after again', async () => {
  const { phone, clock, events } = await town();
  const { keep, begin, asked } = await phone();
  let isHeld = true;
  const locks: Locks = { request: async (_, __, work) => work(isHeld ? null : {}) };
  await keep(open(1));
  begin(locks);
  await settle();
  expect(asked(PUSH_PATH)).toBe(0);
  isHeld = false;
  await clock.advance(1_000);
  await until(async () => (await events()).length === 1);
});

test('a lock that a frozen tab holds is taken over after a minute without a sign of life', async () => {
  const { phone, clock, events } = await town();
  const { db, keep, begin } = await phone();
  await db.meta.put({ key: 'beat', value: clock.now() });
  const locks: Locks = { request: async (_, { steal }, work) => work(steal ? {} : null) };
  await keep(open(1));
  begin(locks);
  await clock.advance(59_000);
  expect(await events()).toEqual([]);
  await clock.advance(3_000);
  await until(async () => (await events()).length === 1);
});

test('a phone signed out says so, and keeps what waits', async () => {
  const { phone } = await town();
  const { keep, begin, line, waits } = await phone();
  line.signedOut = true;
  await keep(open(1));
  const sync = begin();
  await until(() => sync.news.current().at === 'signed-out');
  expect(await waits()).toHaveLength(1);
});

test('a stopped sync asks nothing any more', async () => {
  const { phone, clock } = await town();
  const { begin, line, heard } = await phone();
  const sync = begin();
  await until(() => heard.length === 1);
  sync.stop();
  const before = line.asked.length;
  sync.nudge();
  await clock.advance(600_000);
  expect(line.asked).toHaveLength(before);
});
