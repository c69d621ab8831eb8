/**
 * The hall as a worker meets it: the whole app on a device of its own, with real storage and real words.
 *
 * There is no service in here: what it says arrives by `officeSays`, as a pull would bring it, and what
 * it answers to a sign-in is the test's `answer`.
 */
import './fresh-database.ts';
import { cleanup, configure, render } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { HallApp } from '#app/hall/HallApp.tsx';
import { startWords, type Language } from '#app/i18n.ts';
import type { Answers } from '#domain/answers/answer.ts';
import type { Action, Stamp } from '#domain/request/action.ts';
import type { AppDatabase } from '#storage/database.ts';
import * as facts from '#storage/facts.ts';
import { keepMatter } from '#storage/matters.ts';
import { keepOffice } from '#storage/office.ts';
import { openWorkerDatabase, sitDown, type WorkerAccount } from '#storage/worker-account.ts';
import type { SyncNews } from '#sync/start.ts';
import {
  action,
  answers as anyAnswers,
  event,
  hexId,
  matter,
  MORNING,
  office,
  OFFICE_ID,
  openAction,
} from './make.ts';

// Several suites share few cores; a look that succeeds ends the waiting at once.
configure({ asyncUtilTimeout: 15_000 });

export const HOUR = 3_600_000;
let count = 0;

export type Answering = (path: string, init?: RequestInit) => Promise<Response>;
export type HallDevice = Awaited<ReturnType<typeof makeHall>>;

export const json = (body: object, status = 200): Response =>
  Response.json({ bangban: 1, ...body }, { status });

/** A worker nobody else in this run shares a database with. */
export function worker(name = '李梅'): WorkerAccount {
  return { id: `worker-${(count += 1)}`, name, officeId: OFFICE_ID, telephone: '010-5550111' };
}

/** A device on which `known` has worked before; with `null`, a device fresh from its box. */
export async function makeHall({
  known = worker(),
  language = 'zh-CN' as Language,
}: { readonly known?: WorkerAccount | null; readonly language?: Language } = {}) {
  localStorage.clear();
  await startWords(language, ['first', 'rest', 'hall']);
  if (known) sitDown(known);
  const me = known ?? worker();
  const db = openWorkerDatabase(me.id);
  await keepOffice(db, office(), { [me.id]: me.name, 'worker-other': '李敏' }, 0);
  await keepMatter(db, matter());

  const ears = new Set<(news: SyncNews) => void>();
  const device = {
    me,
    db,
    now: MORNING,
    nudges: 0,
    asked: [] as string[],
    /** What the service answers; at first there is no line. */
    answer: (() => Promise.reject(new TypeError('no line'))) as Answering,
    latest: { at: 'idle' } as SyncNews,
    say: (news: SyncNews) => {
      device.latest = news;
      for (const hear of ears) hear(news);
    },
    ears,
  };
  return device;
}

/** Opens the hall at an address, as a fresh tab would. */
export function openHall(device: HallDevice, path = '/hall') {
  cleanup();
  window.history.replaceState(null, '', path);
  let ids = 0x5000;
  const world = {
    now: () => device.now,
    newId: () => hexId((ids += 1)),
    makeRoom: () => ({
      nudge: () => void (device.nudges += 1),
      news: {
        current: () => device.latest,
        listen: (hear: (news: SyncNews) => void) => {
          device.ears.add(hear);
          return () => device.ears.delete(hear);
        },
      },
      call: (asked: string, init?: RequestInit) => {
        device.asked.push(asked);
        return device.answer(asked, init);
      },
      start: () => Promise.resolve(),
      stop: () => undefined,
    }),
  };
  return render(
    <LocationProvider>
      <HallApp start={world} />
    </LocationProvider>,
  );
}

/** More of the office's log, in order. */
export async function officeSays(
  db: AppDatabase,
  said: readonly (readonly [Action, Partial<Stamp>?])[],
): Promise<void> {
  const { seq } = await facts.cursor(db);
  const events = said.map(([action, stamp], at) => event(action, { seq: seq + at + 1, ...stamp }));
  const next = seq + events.length;
  const told = await facts.applyPage(db, { after: seq, next, h: `h${next}`, more: false, events });
  if (told !== 'applied') throw new Error('the page was stale');
}

/** A request that the office has received: `n` makes its ids, and `dueIn` says when it is due. */
export function received(
  n: number,
  {
    dueIn = 30 * HOUR,
    number = String(40_000_000 + n),
    ...answers
  }: { dueIn?: number; number?: string } & Partial<Record<'name' | 'description' | 'telephone', string>> = {},
): readonly [Action, Partial<Stamp>] {
  const said: Answers = Object.fromEntries(
    Object.entries(answers).map(([id, words]) => [id, { type: 'words', words }]),
  );
  const action = openAction({
    id: hexId(0x10_0000 + n),
    requestId: hexId(n),
    answers: anyAnswers(said),
    dseq: n,
    by: { id: `resident-${n}`, role: 'resident' },
  });
  return [action, { number, due: { at: MORNING + dueIn, calendar: 'published' } }];
}

/** The request of `hallWith`. */
export const ID = hexId(1);

/** A device that has seen one request, which waits for somebody or is held by a worker. */
export async function hallWith(held?: 'mine' | 'other'): Promise<HallDevice> {
  const hall = await makeHall();
  await officeSays(hall.db, [received(1, { name: '王秀兰' })]);
  if (held) {
    const [id, name] = held === 'mine' ? [hall.me.id, hall.me.name] : ['worker-other', '李敏'];
    await officeSays(hall.db, [
      [
        action('take', { id: hexId(0x21), requestId: ID, by: { id, role: 'worker' } }),
        { byName: name, answerable: { id, name, telephone: '010-5550112' } },
      ],
    ]);
  }
  return hall;
}
