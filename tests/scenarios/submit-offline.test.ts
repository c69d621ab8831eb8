/**
 * A tap on "send", walked from the resident's phone to the worker's queue and back, with the line broken
 * at each place where lines break.
 */
import { expect, test } from 'vitest';
import * as drafts from '#storage/drafts.ts';
import * as outbox from '#storage/outbox.ts';
import { world } from '#tests/support/world.ts';
import { answers, COLLEAGUE, hexId, matter, MORNING, OFFICE_ID, WORKER } from '#tests/support/make.ts';

const ID = hexId(0xaa);
const open = (requestId = ID, over = {}): outbox.Doing => ({
  kind: 'open',
  requestId,
  officeId: OFFICE_ID,
  matterId: 'home-repair',
  matterVersion: 1,
  answers: answers(),
  ...over,
});
const take: outbox.Doing = { kind: 'take', requestId: ID, officeId: OFFICE_ID };
const write = (words: string): outbox.Doing => ({
  kind: 'write',
  requestId: ID,
  officeId: OFFICE_ID,
  words,
  photos: [],
});
const kinds = (events: readonly { readonly action: { readonly kind: string } }[]) =>
  events.map(({ action }) => action.kind);

test('a request sent offline reaches the workers’ queue when the line returns', async () => {
  const { device, events } = await world();
  const phone = device();
  await drafts.begin(phone.db, { id: ID, matter: matter(), at: MORNING });

  phone.line.up = false;
  expect(await phone.keep(open(), ID)).toMatchObject({ ok: true });
  expect(await phone.push()).toEqual({ at: 'offline' });
  expect(await phone.list()).toMatchObject([
    { where: 'device', waiting: 1, request: { id: ID, status: 'open' } },
  ]);
  expect(await drafts.list(phone.db)).toEqual([]);

  phone.line.up = true;
  expect(await phone.turn()).toMatchObject({ at: 'done' });
  expect(kinds(await events())).toEqual(['open']);
  expect(await phone.list()).toMatchObject([
    {
      where: 'office',
      waiting: 0,
      request: { number: expect.stringMatching(/^\d+$/u), answerable: { name: '李梅' } },
    },
  ]);

  const tablet = device(WORKER);
  await tablet.turn();
  expect(await tablet.list()).toMatchObject([{ where: 'office', request: { id: ID, status: 'open' } }]);
});

test('the worker’s answer comes back to the phone, and the resident’s rating to the hall', async () => {
  const { device, request } = await world();
  const [phone, tablet] = [device(), device(WORKER)];
  await phone.keep(open());
  await phone.turn();
  await tablet.turn();
  await tablet.keep(take);
  await tablet.keep(write('师傅下午到。'));
  await tablet.keep({ kind: 'finish', requestId: ID, officeId: OFFICE_ID, result: '换了水管。', photos: [] });
  await tablet.turn();
  await phone.turn();
  expect((await phone.shown(ID))?.request).toMatchObject({ status: 'done', takenBy: WORKER.id });
  expect((await phone.shown(ID))?.request.trail.map(({ words }) => words)).toEqual([
    undefined,
    undefined,
    '师傅下午到。',
    '换了水管。',
  ]);

  await phone.keep({ kind: 'rate', requestId: ID, officeId: OFFICE_ID, rating: 'satisfied', words: '' });
  await phone.turn();
  expect(await request(ID)).toMatchObject({ status: 'done', rating: 'satisfied' });
});

test('a request whose reply is lost is kept once, and its sender is not told it failed', async () => {
  const { device, events } = await world();
  const phone = device();
  await phone.keep(open());
  phone.line.loseReply = true;
  expect(await phone.push()).toEqual({ at: 'offline' });
  expect(await phone.list()).toMatchObject([{ where: 'device', waiting: 1, refused: [] }]);

  phone.line.loseReply = false;
  expect(await phone.turn()).toMatchObject({ at: 'done' });
  expect(await events()).toHaveLength(1);
  expect(await phone.waits()).toEqual([]);
  expect(await phone.list()).toMatchObject([{ where: 'office', waiting: 0, refused: [] }]);
});

test('between the receipt and the next pull nothing blinks off the screen', async () => {
  const { device } = await world();
  const phone = device();
  await phone.keep(open());
  await phone.push();
  expect(await phone.waits()).toEqual([]);
  expect(await phone.list()).toMatchObject([{ where: 'device', waiting: 0, request: { id: ID } }]);
});

test.each([1, 20, 60, 90])(
  'an answer torn after %i bytes changes nothing, and is asked for again',
  async (bytes) => {
    const { device, events } = await world();
    const phone = device();
    await phone.keep(open());
    phone.line.tearAt = bytes;
    expect(await phone.push()).toEqual({ at: 'offline' });
    expect(await phone.pull()).toEqual({ at: 'offline' });
    expect(await phone.waits()).toHaveLength(1);

    phone.line.tearAt = undefined;
    await phone.turn();
    expect(await events()).toHaveLength(1);
    expect(await phone.list()).toMatchObject([{ where: 'office', waiting: 0 }]);
  },
);

test('a café’s login page is not taken for an answer', async () => {
  const { device, events } = await world();
  const phone = device();
  await phone.keep(open());
  phone.line.loginPage = true;
  expect(await phone.turn()).toEqual({ at: 'login-page' });
  expect(await phone.list()).toMatchObject([{ where: 'device', waiting: 1 }]);
  expect(await events()).toEqual([]);
});

test('a refused request stays with its reason, and can be mended and sent again', async () => {
  const { device, events } = await world();
  const phone = device();
  const wrong = open(ID, { matterVersion: 7 }); // no matter of this version on either side: the phone lets it pass
  await phone.keep(wrong);
  await phone.turn();
  const [shown] = await phone.list();
  expect(shown).toMatchObject({
    where: 'refused',
    refused: [{ kind: 'open', refused: { reason: 'unknown-matter-version' } }],
  });

  await phone.db.matters.put({ id: 'home-repair@7', matter: matter({ version: 7 }) });
  const draft = await outbox.openAgain(phone.db, shown?.refused[0]?.actionId ?? '', MORNING);
  expect(draft).toMatchObject({ place: 'check', entries: { description: { typed: '厨房水管漏水。' } } });
  expect(await phone.list()).toEqual([]);

  await phone.keep(open(draft?.id), draft?.id);
  await phone.turn();
  expect(kinds(await events())).toEqual(['open']);
  expect(await phone.list()).toMatchObject([{ where: 'office', refused: [] }]);
});

test('two workers take the same request: one has it, the other is told by whom and keeps what was written', async () => {
  const { device, request } = await world();
  const [phone, first, second] = [device(), device(WORKER), device(COLLEAGUE)];
  await phone.keep(open());
  await phone.turn();
  await first.turn();
  await second.turn();
  second.line.up = false;
  await second.keep(take);
  await second.keep(write('我下午过来看看。'));
  await first.keep(take);
  await first.turn();

  second.line.up = true;
  await second.turn();
  expect(await request(ID)).toMatchObject({ status: 'taken', takenBy: WORKER.id });
  expect(await second.shown(ID)).toMatchObject({
    request: { takenBy: WORKER.id },
    waiting: 0,
    refused: [
      { kind: 'take', refused: { reason: 'already-taken', who: '李梅' } },
      { kind: 'write', refused: { reason: 'not-yours', who: '李梅' }, words: '我下午过来看看。' },
    ],
  });
});

test('a phone one version behind keeps what it does not know, and shows the rest', async () => {
  const { device, append } = await world();
  const phone = device();
  await phone.keep(open());
  await phone.turn();
  const action = {
    id: hexId(0xf1),
    requestId: ID,
    officeId: OFFICE_ID,
    kind: 'telephone-call',
    by: WORKER,
    at: MORNING,
  };
  await append({
    action: { ...action, device: hexId(0xd9), dseq: 1 } as never,
    stamp: { seq: 2, receivedAt: MORNING },
  }); // a kind of the future
  await phone.turn();
  expect(await phone.list()).toMatchObject([{ request: { status: 'open' }, where: 'office' }]);
  expect((await phone.db.events.get(hexId(0xf1)))?.action).toMatchObject({ kind: 'telephone-call' });
});

test('a service restored from an older backup gets back what it lost, from the devices that made it', async () => {
  const { device, events, restore } = await world();
  const [phone, tablet] = [device(), device(WORKER)];
  await phone.keep(open());
  await phone.turn();
  await tablet.turn();
  await tablet.keep(take);
  await tablet.keep(write('师傅下午到。'));
  await tablet.turn();
  await phone.turn();

  await restore(0);
  expect(await tablet.turn()).toMatchObject({ at: 'done' }); // the hall comes first, and has nothing to stand on yet
  expect(await events()).toEqual([]);
  expect(await tablet.shown(ID)).toMatchObject({ refused: [], waiting: 2 });
  await phone.turn();
  await tablet.turn();
  await phone.turn();
  expect(kinds(await events())).toEqual(['open', 'take', 'write']);
  expect((await phone.shown(ID))?.request).toMatchObject({ status: 'taken', takenBy: WORKER.id });
  expect(await tablet.waits()).toEqual([]);
});

test('a step that is sent before the device has noticed the older backup is not refused for it', async () => {
  const { device, events, restore } = await world();
  const [phone, tablet] = [device(), device(WORKER)];
  await phone.keep(open());
  await phone.turn();
  await tablet.turn();
  await tablet.keep(take);
  await tablet.turn();
  await restore(1);
  await tablet.keep({ kind: 'finish', requestId: ID, officeId: OFFICE_ID, result: '换了水管。', photos: [] });
  await tablet.turn();
  expect(kinds(await events())).toEqual(['open', 'take', 'finish']);
  expect(await tablet.waits()).toEqual([]);
});

test('a phone signed out in the middle of a push keeps its outbox, and goes on afterwards', async () => {
  const { device, events } = await world();
  const phone = device();
  await phone.keep(open());
  await phone.push();
  await phone.keep({ kind: 'add', requestId: ID, officeId: OFFICE_ID, words: '水还在流。', photos: [] });
  phone.line.signedOut = true;
  expect(await phone.turn()).toEqual({ at: 'signed-out' });
  expect(await phone.waits()).toMatchObject([{ state: 'waiting' }]);

  phone.line.signedOut = false;
  await phone.turn();
  expect(kinds(await events())).toEqual(['open', 'add']);
  expect(await phone.waits()).toEqual([]);
});
