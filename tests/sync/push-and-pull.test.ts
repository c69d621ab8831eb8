/** Push and pull by themselves, against a service that answers as a test says. */
import { expect, test } from 'vitest';
import type { AppDatabase } from '#storage/database.ts';
import * as facts from '#storage/facts.ts';
import * as outbox from '#storage/outbox.ts';
import type { Call } from '#sync/line.ts';
import { pullOnce } from '#sync/pull.ts';
import { pushOnce } from '#sync/push.ts';
import { testClock } from '#tests/support/clock.ts';
import { freshDatabase } from '#tests/support/fresh-database.ts';
import { answers, event, hexId, MORNING, OFFICE_ID, RESIDENT } from '#tests/support/make.ts';

let ids = 0x900;
const newId = (): string => hexId((ids += 1));

async function withRequests(many: number, length = 10): Promise<AppDatabase> {
  const db = freshDatabase();
  for (let n = 0; n < many; n += 1) {
    const what = {
      kind: 'open',
      requestId: newId(),
      officeId: OFFICE_ID,
      matterId: 'home-repair',
      matterVersion: 1,
    } as const;
    const said = answers({ description: { type: 'words', words: '漏'.repeat(length) } });
    await outbox.keep(db, { ...what, answers: said }, { by: RESIDENT, at: MORNING, newId });
  }
  return db;
}

type Sent = { readonly id: string; readonly dseq: number };
const reply = (body: object, status = 200): Response =>
  new Response(JSON.stringify({ bangban: 1, now: MORNING, ...body }), {
    status,
    headers: { 'content-type': 'application/json' },
  });
const line = (call: Call) => ({ call, clock: testClock() });
/** Answers each push as it is told; remembers what was offered. */
function service(answer: (sent: readonly Sent[]) => Response) {
  const pushes: Sent[][] = [];
  const call: Call = async (_, init) => {
    const { actions } = JSON.parse(String(init?.body));
    pushes.push(actions);
    return answer(actions);
  };
  return { pushes, line: line(call) };
}
const accept = (sent: readonly Sent[]): Response =>
  reply({ verdicts: sent.map(({ id }, at) => ({ verdict: 'accepted', id, seq: at + 1 })) });

test('nothing waiting asks nothing of the line', async () => {
  const { pushes, line } = service(accept);
  expect(await pushOnce(freshDatabase(), line)).toEqual({ at: 'nothing-to-do' });
  expect(pushes).toEqual([]);
});

test('each action gets its own verdict: one leaves, one stays with its reason, one waits on', async () => {
  const db = await withRequests(3);
  const { line } = service(([first, second, third]) =>
    reply({
      verdicts: [
        { verdict: 'accepted', id: first?.id, seq: 1 },
        { verdict: 'refused', id: second?.id, refused: { reason: 'unknown-matter' } },
        { verdict: 'again', id: third?.id },
        { verdict: 'accepted', id: hexId(0xbad), seq: 2 },
      ],
    }),
  );
  expect(await pushOnce(db, line)).toEqual({ at: 'sent', upTo: 3 });
  expect(await db.outbox.toArray()).toMatchObject([
    { state: 'refused', refused: { reason: 'unknown-matter' } },
    { state: 'waiting' },
  ]);
});

test('a verdict on what was not offered counts for nothing', async () => {
  const db = await withRequests(2);
  const [first] = await outbox.waiting(db);
  const { line } = service(() => reply({ verdicts: [{ verdict: 'accepted', id: first?.row.id, seq: 1 }] }));
  await pushOnce(db, line, 1);
  expect(await outbox.counts(db)).toEqual({ waiting: 2, refused: 0 });
});

test('a verdict takes from the outbox and touches nothing else: facts come by pull alone', async () => {
  const db = await withRequests(1);
  await pushOnce(db, service(accept).line);
  expect(await facts.cursor(db)).toEqual({ seq: 0, h: '' });
  expect(await db.requests.count()).toBe(0);
  expect(await db.events.where('unseen').equals(1).count()).toBe(1);
});

test('a push that is too large is halved until it fits', async () => {
  const db = await withRequests(4);
  const { pushes, line } = service((sent) => (sent.length > 1 ? reply({}, 413) : accept(sent)));
  expect(await pushOnce(db, line)).toEqual({ at: 'sent', upTo: 1 });
  expect(pushes.map((sent) => sent.length)).toEqual([4, 2, 1]);
  expect(await outbox.counts(db)).toEqual({ waiting: 3, refused: 0 });
});

test('one action that is too large by itself is refused with that reason, and lets the others pass', async () => {
  const db = await withRequests(2);
  const { line } = service((sent) => (sent.some(({ dseq }) => dseq === 1) ? reply({}, 413) : accept(sent)));
  expect(await pushOnce(db, line)).toEqual({ at: 'sent', upTo: 1 });
  expect(await pushOnce(db, line, 1)).toEqual({ at: 'sent', upTo: 2 });
  expect(await db.outbox.toArray()).toMatchObject([{ state: 'refused', refused: { reason: 'too-large' } }]);
});

test('a push stays small enough for a weak line: 50 actions or 256 KiB', async () => {
  const many = service(accept);
  await pushOnce(await withRequests(55), many.line);
  expect(many.pushes[0]).toHaveLength(50);
  const long = service(accept);
  await pushOnce(await withRequests(3, 40_000), long.line);
  expect(long.pushes[0]).toHaveLength(2);
});

test('a page is asked for from the cursor, and no page is taken from a service that answers for another place', async () => {
  const db = freshDatabase();
  await facts.applyPage(db, { after: 0, next: 1, h: 'h1', more: false, events: [event()] });
  const asked: unknown[] = [];
  const page = { pulled: 'page', after: 0, next: 9, h: 'h9', more: false, events: [] };
  const call: Call = async (_, init) => {
    asked.push(JSON.parse(String(init?.body)));
    return reply(page);
  };
  expect(await pullOnce(db, line(call), OFFICE_ID)).toEqual({ at: 'stale' });
  expect(asked).toEqual([{ bangban: 1, officeId: OFFICE_ID, after: 1, h: 'h1', limit: 200 }]);
  expect(await facts.cursor(db)).toEqual({ seq: 1, h: 'h1' });
});

test('a reset from a proxy’s memory, after the cursor has moved on, resets nothing', async () => {
  const db = freshDatabase();
  const call: Call = async () => {
    await facts.applyPage(db, { after: 0, next: 1, h: 'h1', more: false, events: [event()] });
    return reply({ pulled: 'reset', after: 0 });
  };
  expect(await pullOnce(db, line(call), OFFICE_ID)).toEqual({ at: 'stale' });
  expect(await db.requests.count()).toBe(1);
});
