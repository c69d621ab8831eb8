import { expect, test } from 'vitest';
import type { Action, Kind } from '#domain/request/action.ts';
import * as facts from '#storage/facts.ts';
import * as files from '#storage/files.ts';
import * as outbox from '#storage/outbox.ts';
import { shownRequest } from '#storage/shown.ts';
import { action, event, hexId, matter, MORNING, PHOTO, REQUEST_ID, RESIDENT } from '#tests/support/make.ts';
import { freshDatabase } from '#tests/support/fresh-database.ts';

const opened = event();
const taken = event(action('take', { id: hexId(2) }), { seq: 2 });
const page = (over: Partial<facts.Page> = {}): facts.Page => ({
  after: 0,
  next: 1,
  h: 'h1',
  more: false,
  events: [opened],
  ...over,
});

/** A phone with a request of its own, and a way to do more to it. */
async function withOwnRequest() {
  const db = freshDatabase();
  let ids = 0x500;
  const who = { by: RESIDENT, at: MORNING, newId: () => hexId((ids += 1)) };
  const keep = async (kind: Kind): Promise<Action> => {
    const { id: _id, by: _by, at: _at, device: _device, dseq: _dseq, ...what } = action(kind);
    const kept = await outbox.keep(db, what, who);
    if (!kept.ok) throw new Error('the rule book refused a valid step');
    return kept.value;
  };
  return { db, keep, own: await keep('open') };
}

test('a page brings events, the requests they make, and the cursor', async () => {
  const db = freshDatabase();
  expect(await facts.applyPage(db, page())).toBe('applied');
  expect(await facts.cursor(db)).toEqual({ seq: 1, h: 'h1' });
  expect(await shownRequest(db, REQUEST_ID)).toMatchObject({
    where: 'office',
    request: { number: expect.stringMatching(/^\d{8}$/u) },
  });
});

test.each([
  ['comes a second time', page()],
  ['was overtaken', page({ after: 0, next: 3, h: 'h3' })],
  ['is from another place', page({ after: 7, next: 9, h: 'h9' })],
])('a page that %s changes nothing', async (_, late) => {
  const db = freshDatabase();
  await facts.applyPage(db, page());
  expect(await facts.applyPage(db, late)).toBe('stale');
  expect(await facts.cursor(db)).toEqual({ seq: 1, h: 'h1' });
});

test('a page asked for before the log was forked does not count afterwards, though its place is the same', async () => {
  const db = freshDatabase();
  await facts.applyPage(db, page({ h: 'other' }));
  expect(await facts.applyPage(db, page({ after: 1, next: 2, events: [taken] }), { seq: 1, h: 'h1' })).toBe(
    'stale',
  );
});

test('a page that cannot be written is not half written', async () => {
  const db = freshDatabase();
  const unwritable = event(action('take', { id: hexId(2), officeId: (() => 'a function') as never }), {
    seq: 2,
  }); // IndexedDB clones no functions
  await expect(
    facts.applyPage(db, page({ next: 2, h: 'h2', events: [opened, unwritable] })),
  ).rejects.toThrow();
  expect(await facts.cursor(db)).toEqual({ seq: 0, h: '' });
  expect(await db.events.count()).toBe(0);
});

test('what the whole log does not have is offered again; what it has waits no more', async () => {
  const { db, own } = await withOwnRequest();
  await outbox.accepted(db, own.id);
  await facts.applyPage(db, page({ events: [], more: true }));
  expect(await outbox.counts(db)).toEqual({ waiting: 0, refused: 0 });
  await facts.applyPage(db, page({ after: 1, events: [] }));
  expect(await db.outbox.toArray()).toMatchObject([{ id: own.id, state: 'waiting' }]);

  await facts.applyPage(db, page({ after: 1, next: 2, h: 'h2', events: [event(own, { seq: 2 })] }));
  expect(await outbox.counts(db)).toEqual({ waiting: 0, refused: 0 });
  expect(await db.events.where('unseen').equals(1).count()).toBe(0);
});

test('a service that does not know the cursor: all is kept, nothing counts as confirmed, photos are offered again', async () => {
  const { db, own } = await withOwnRequest();
  await files.add(db, { ...PHOTO, requestId: REQUEST_ID, data: new ArrayBuffer(8), state: 'whole' });
  await facts.applyPage(db, page({ events: [event(own)] }));
  expect(await facts.reset(db, { seq: 1, h: 'older' })).toBe('stale');
  expect(await facts.reset(db, { seq: 1, h: 'h1' })).toBe('reset');
  expect(await facts.cursor(db)).toEqual({ seq: 0, h: '' });
  expect(await shownRequest(db, REQUEST_ID)).toMatchObject({
    where: 'device',
    request: { answers: own.kind === 'open' ? own.answers : {} },
  });
  expect(await files.waiting(db)).toEqual([PHOTO.id]);
});

test('what is offered again goes before what was made later', async () => {
  const { db, own, keep } = await withOwnRequest();
  await outbox.accepted(db, own.id);
  await keep('add');
  await facts.applyPage(db, page({ events: [] }));
  expect((await outbox.waiting(db)).map(({ action: { kind } }) => kind)).toEqual(['open', 'add']);
});

test('a refusal for what a backup lacks is not the last word; one that the facts bear out is', async () => {
  const { db, own, keep } = await withOwnRequest();
  const [take, finish] = [taken, event(action('finish', { id: hexId(3) }), { seq: 3 })];
  await facts.applyPage(db, page({ next: 3, events: [event(own), take, finish] }));
  const rating = await keep('rate');
  await facts.reset(db);
  await facts.applyPage(db, page({ events: [event(own)] }));
  await outbox.refused(db, rating.id, { reason: 'not-done-yet' });
  expect(await outbox.counts(db)).toEqual({ waiting: 1, refused: 0 });

  await facts.applyPage(db, page({ after: 1, next: 3, events: [take, finish] }));
  const reopening = event(action('reopen', { id: hexId(4) }), { seq: 4 });
  await facts.applyPage(db, page({ after: 3, next: 4, events: [reopening] }));
  await outbox.refused(db, rating.id, { reason: 'not-done-yet' });
  expect(await outbox.counts(db)).toEqual({ waiting: 0, refused: 1 });
});

test('a step that had been accepted waits for what it stands on, though this device never saw that', async () => {
  const { db, own } = await withOwnRequest();
  const rating = action('rate', { id: hexId(9), device: own.device, dseq: 2 });
  await db.events.add({ id: rating.id, requestId: REQUEST_ID, action: rating, unseen: 1 }); // its answer came, its row is gone
  await facts.applyPage(db, page({ events: [event(own)] }));
  await outbox.refused(db, rating.id, { reason: 'not-done-yet' });
  expect(await outbox.counts(db)).toEqual({ waiting: 1, refused: 0 });
  await outbox.refused(db, rating.id, { reason: 'already-rated' });
  expect(await outbox.counts(db)).toEqual({ waiting: 0, refused: 1 });
});

test('an event that this version cannot read is kept whole, and folded after an update', async () => {
  const db = freshDatabase();
  const unreadable = event(action('take', { id: hexId(3), by: null as never }), { seq: 2 }); // as a newer service might send it
  expect(await facts.applyPage(db, page({ next: 2, h: 'h2', events: [opened, unreadable] }))).toBe('applied');
  expect((await shownRequest(db, REQUEST_ID))?.request.trail).toHaveLength(1);

  const { id, requestId } = taken.action;
  await db.events.update(hexId(3), { action: { ...taken.action, id: hexId(3) } }); // the newer rules read it
  await facts.foldAgain(db);
  expect(await shownRequest(db, requestId)).toMatchObject({ request: { status: 'taken' } });
  expect(id).toBe(hexId(2));
});

test('the matters that are needed and not here are known by version', async () => {
  const { keepMatter, neededMatters } = await import('#storage/matters.ts');
  const db = freshDatabase();
  await facts.applyPage(db, page());
  expect(await neededMatters(db)).toEqual([{ id: 'home-repair', version: 1 }]);
  await keepMatter(db, matter());
  expect(await neededMatters(db)).toEqual([]);
});
