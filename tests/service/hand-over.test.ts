import { describe, expect, test } from 'vitest';
import type { Person } from '#domain/request/action.ts';
import { carryMark, codeHashOf, proofOf } from '#protocol/hand-over-marks.ts';
import { OFFICE_KEY_PATH, REDEEM_PATH, type RedeemReply } from '#protocol/hand-over.ts';
import { PULL_PATH } from '#protocol/pull.ts';
import { PUSH_PATH, type Verdict } from '#protocol/push.ts';
import {
  action,
  type ActionOf,
  answers,
  COLLEAGUE,
  hexId,
  MORNING,
  offer,
  OFFICE_ID,
  openAction,
  OTHER_RESIDENT,
  pressed,
  REQUEST_ID,
  RESIDENT,
  WORKER,
} from '#tests/support/make.ts';
import { ADMINISTRATOR, stage, STRANGER, SUPERVISOR } from './stage.ts';

const CODE = 'K7MH4RX2';
const SECRET = 's'.repeat(40); // as the stage's residents have it
const TAKE_ID = hexId(0x7a);

/** A hall in which the resident has pressed "help me" on a half-filled request. */
async function hall({ arrives = true } = {}) {
  const service = await stage();
  const codeHash = await codeHashOf(OFFICE_ID, CODE);
  const handOver = action('hand-over', { id: hexId(0x40), offer: offer({ codeHash }) });
  if (arrives) await service.push(RESIDENT, handOver);
  const redeem = async (who: Person, code = CODE): Promise<RedeemReply> =>
    (await (await service.post(who, REDEEM_PATH, { code })).json()) as RedeemReply; // the reply's shape
  const takeOver = async (who: Person, id = TAKE_ID): Promise<ActionOf<'take-over'>> =>
    action('take-over', { id, by: who, at: MORNING + 1, proof: await proofOf(codeHash, id, who.id) });
  const carry = async (
    who: Person,
    one: ActionOf<'hand-over'> = handOver,
    secret = SECRET,
  ): Promise<readonly Verdict[]> => {
    const carried = { [one.id]: await carryMark(secret, one) };
    const reply = await service.post(who, PUSH_PATH, { actions: [one], carried });
    return ((await reply.json()) as { verdicts: Verdict[] }).verdicts; // the reply's shape
  };
  return { ...service, handOver, codeHash, redeem, takeOver, carry };
}

/** Read back and agreed to: every answer is the one that was handed over. */
function openedBy(who: Person, handOver: ActionOf<'hand-over'>): ActionOf<'open'> {
  const chosen = Object.fromEntries(Object.keys(answers()).map((field) => [field, handOver.id]));
  return openAction({
    id: hexId(0x0e),
    by: who,
    at: MORNING + 2,
    mandate: pressed(who.id, handOver.offer),
    readBack: { at: MORNING + 2, how: 'pressed' },
    chosen,
    seen: [handOver.id],
  });
}

describe('the code', () => {
  test('is the draft’s, for the first worker who has it, as often as they ask', async () => {
    const { redeem, handOver, codeHash } = await hall();
    const reply = await redeem(WORKER);
    expect(reply).toMatchObject({ redeemed: 'in', codeHash, requestId: REQUEST_ID });
    expect(reply.redeemed === 'in' && reply.events.map((one) => one.action)).toEqual([handOver]);
    expect((await redeem(WORKER)).redeemed).toBe('in');
  });

  test('opens nothing for another worker who saw it, by redeeming or by taking over', async () => {
    const { redeem, push, takeOver } = await hall();
    await redeem(WORKER);
    expect((await redeem(COLLEAGUE)).redeemed).toBe('used');
    expect(await push(COLLEAGUE, await takeOver(COLLEAGUE))).toMatchObject([
      { refused: { reason: 'code-used' } },
    ]);
    expect(await push(WORKER, await takeOver(WORKER, hexId(0x7b)))).toMatchObject([{ verdict: 'accepted' }]);
  });

  test('ends after half an hour, by the service’s clock', async () => {
    const { redeem, clock, handOver } = await hall();
    clock.now = handOver.offer.codeUntil;
    expect((await redeem(WORKER)).redeemed).toBe('in');
    clock.now += 1;
    expect((await redeem(WORKER)).redeemed).toBe('too-late');
  });

  test('ends when the resident cancels, sends alone, or asks with a new one', async () => {
    const cancelled = await hall();
    await cancelled.push(RESIDENT, action('end-mandate', { id: hexId(0x41), words: '' }));
    expect((await cancelled.redeem(WORKER)).redeemed).toBe('too-late');
    const asked = await hall();
    const anew = offer({ id: hexId(0x3c), codeHash: await codeHashOf(OFFICE_ID, 'AAAA2222') });
    await asked.push(RESIDENT, action('hand-over', { id: hexId(0x41), offer: anew }));
    expect((await asked.redeem(WORKER)).redeemed).toBe('too-late');
    expect((await asked.redeem(WORKER, 'AAAA2222')).redeemed).toBe('in');
  });

  test.each([
    ['a resident', OTHER_RESIDENT, 403],
    ['an administrator', ADMINISTRATOR, 403],
    ['a worker of another office', STRANGER, 403],
    ['nobody', undefined, 401],
  ])('is nothing to %s', async (_, who, status) => {
    const { post, ask } = await hall();
    expect((await post(who, REDEEM_PATH, { code: CODE })).status).toBe(status);
    expect((await ask(who, OFFICE_KEY_PATH)).status).toBe(status);
  });

  test('of a thousand guesses at once three are looked at, and in an hour not seventy', async () => {
    const { redeem, clock } = await hall();
    const atOnce = await Promise.all(Array.from({ length: 1000 }, () => redeem(COLLEAGUE, 'AAAAAAAA')));
    let looked = atOnce.filter(({ redeemed }) => redeemed === 'wrong').length;
    expect(looked).toBe(3);
    const end = clock.now + 3_600_000;
    for (;;) {
      const reply = await redeem(COLLEAGUE, 'AAAAAAAA');
      if (reply.redeemed === 'wrong') looked += 1;
      else clock.now += reply.redeemed === 'slow-down' ? reply.waitMs : Infinity;
      if (clock.now >= end) break;
    }
    expect(looked).toBeGreaterThan(60); // nobody is locked out
    expect(looked).toBeLessThan(70);
  }, 60_000);

  test('a right code does not wipe out wrong guesses', async () => {
    const { clock, redeem: again } = await hall();
    for (const _ of [1, 2, 3]) await again(WORKER, 'AAAAAAAA');
    clock.now += 1_000;
    expect((await again(WORKER)).redeemed).toBe('in');
    expect((await again(WORKER, 'AAAAAAAA')).redeemed).toBe('wrong');
    expect(await again(WORKER, 'AAAAAAAA')).toEqual({ bangban: 1, redeemed: 'slow-down', waitMs: 2_000 });
  });
});

describe('what a colleague sees', () => {
  test('not one byte of a draft, until it is sent', async () => {
    const { redeem, push, post, takeOver, handOver, pull } = await hall();
    const page = async (who: Person): Promise<string> =>
      (await post(who, PULL_PATH, { officeId: OFFICE_ID, after: 0, h: '', limit: 100 })).text();
    await redeem(WORKER);
    await push(WORKER, await takeOver(WORKER));
    for (const who of [COLLEAGUE, SUPERVISOR, ADMINISTRATOR, OTHER_RESIDENT]) {
      const text = await page(who);
      for (const word of [REQUEST_ID, '王秀兰', '厨房', '13800138000', handOver.offer.codeHash])
        expect(text).not.toContain(word);
    }
    expect((await pull(WORKER)).events).toHaveLength(2);
    expect(await push(WORKER, openedBy(WORKER, handOver))).toMatchObject([{ verdict: 'accepted' }]);
    const { events } = await pull(COLLEAGUE);
    expect(events.map((one) => one.action.kind)).toEqual(['open']);
    expect(events[0]?.stamp.given?.['name']).toMatchObject({ teller: 'resident', by: RESIDENT });
    expect((await pull(ADMINISTRATOR)).events).toEqual([]);
  });

  test('a worker whose own cursor was past the draft gets its lines all the same', async () => {
    const { redeem, pull } = await hall();
    const { next, h, events } = await pull(WORKER);
    expect([next, events]).toEqual([1, []]);
    await redeem(WORKER);
    expect((await pull(WORKER, { after: next, h })).events).toHaveLength(1);
  });

  test('nothing more after the mandate was taken back', async () => {
    const { redeem, push, pull, takeOver } = await hall();
    await redeem(WORKER);
    await push(WORKER, await takeOver(WORKER));
    await push(RESIDENT, action('end-mandate', { id: hexId(0x41), words: '' }));
    await push(RESIDENT, action('fill', { id: hexId(0x42) }));
    const kinds = (await pull(WORKER)).events.map((one) => one.action.kind);
    expect(kinds).toEqual(['hand-over', 'take-over', 'end-mandate']);
    expect((await pull(RESIDENT)).events).toHaveLength(4);
  });
});

describe('a hand-over in a worker’s hands', () => {
  test('is the resident’s, and the same draft by both ways is one request', async () => {
    const { carry, push, pull, deps, handOver, takeOver } = await hall({ arrives: false });
    await pull(RESIDENT); // her phone has called before
    expect(await push(WORKER, await takeOver(WORKER))).toEqual([{ verdict: 'again', id: TAKE_ID }]);
    const first = await carry(WORKER);
    expect(first).toEqual([{ verdict: 'accepted', id: handOver.id, seq: 1 }]);
    expect(await push(RESIDENT, handOver)).toEqual(first);
    expect(await push(WORKER, await takeOver(WORKER))).toMatchObject([{ verdict: 'accepted' }]);
    const [line] = (await pull(RESIDENT)).events;
    expect(line?.action).toEqual(handOver);
    expect(line?.stamp.byName).toBeUndefined();
    expect(await deps.store.request(OFFICE_ID, REQUEST_ID)).toMatchObject({
      residentId: RESIDENT.id,
      mandate: { helperId: WORKER.id },
    });
  });

  test('that the phone brought first lets its bringer in, also past the cursor', async () => {
    const { carry, pull } = await hall();
    const { next, h } = await pull(WORKER);
    expect(await carry(WORKER)).toMatchObject([{ verdict: 'accepted', seq: 1 }]);
    expect((await pull(WORKER, { after: next, h })).events).toHaveLength(1);
  });

  test('with another mark, changed on the way, or without any is nobody’s', async () => {
    const { carry, push, pull, handOver, deps } = await hall({ arrives: false });
    await pull(RESIDENT);
    const no = [{ verdict: 'refused', id: handOver.id, refused: { reason: 'not-yours' } }];
    expect(await carry(WORKER, handOver, 'x'.repeat(40))).toEqual(no);
    expect(await push(WORKER, handOver)).toEqual(no);
    expect(await carry(OTHER_RESIDENT)).toEqual(no);
    expect(await carry(ADMINISTRATOR)).toEqual(no);
    expect((await deps.store.head(OFFICE_ID)).seq).toBe(0);
    expect(await push(RESIDENT, handOver)).toMatchObject([{ verdict: 'accepted' }]);
  });

  test('opens no door to a resident who has not called yet, and shuts none', async () => {
    const { carry, push, takeOver, handOver, pull } = await hall({ arrives: false });
    await carry(WORKER);
    await push(WORKER, await takeOver(WORKER), openedBy(WORKER, handOver));
    expect((await pull(RESIDENT)).events).toHaveLength(3);
  });
});

describe('acting under it', () => {
  test('a mandate that was edited on the device files nothing', async () => {
    const { redeem, push, takeOver, handOver } = await hall();
    await redeem(WORKER);
    await push(WORKER, await takeOver(WORKER));
    const honest = openedBy(WORKER, handOver);
    const longer = { ...pressed(WORKER.id, handOver.offer), until: handOver.offer.until + 60_000 };
    expect(await push(WORKER, { ...honest, mandate: longer })).toMatchObject([
      { refused: { reason: 'mandate-not-for-this' } },
    ]);
    expect(await push(WORKER, { ...honest, id: hexId(0x0f) })).toMatchObject([{ verdict: 'accepted' }]);
  });

  test('a proof that is not of the code takes nothing over', async () => {
    const { push } = await hall();
    expect(await push(WORKER, action('take-over', { id: TAKE_ID }))).toMatchObject([
      { refused: { reason: 'code-wrong' } },
    ]);
  });

  test.each([
    ['a supervisor’s', WORKER, { ...WORKER, role: 'supervisor' }],
    ['a worker’s, by an administrator', ADMINISTRATOR, { ...ADMINISTRATOR, role: 'worker' }],
    ['the resident’s', WORKER, RESIDENT],
    ['a helper’s, by a worker', WORKER, { ...WORKER, role: 'helper' }],
    ['a colleague’s', WORKER, COLLEAGUE],
  ] as const)('a role is the session’s: %s claimed in the body counts for nothing', async (_, who, by) => {
    const { push } = await hall();
    await push(OTHER_RESIDENT, openAction({ by: OTHER_RESIDENT, requestId: hexId(0xbb), id: hexId(0x60) }));
    const claimed = action('take', { id: hexId(0x61), requestId: hexId(0xbb), by });
    expect(await push(who, claimed)).toMatchObject([{ refused: { reason: 'not-yours' } }]);
  });

  test('a supervisor takes requests as a worker does, and an administrator none', async () => {
    const { push } = await hall();
    await push(OTHER_RESIDENT, openAction({ by: OTHER_RESIDENT, requestId: hexId(0xbb), id: hexId(0x60) }));
    const take = (by: Person, n: number) =>
      push(by, action('take', { id: hexId(n), requestId: hexId(0xbb), by }));
    expect(await take(ADMINISTRATOR, 0x61)).toMatchObject([{ refused: { reason: 'workers-only' } }]);
    expect(await take(SUPERVISOR, 0x62)).toMatchObject([{ verdict: 'accepted' }]);
  });
});
