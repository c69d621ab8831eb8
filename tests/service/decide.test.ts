import { describe, expect, test } from 'vitest';
import { isNumber } from '#domain/request/number.ts';
import type { Action } from '#domain/request/action.ts';
import { nextHash } from '#service/chain.ts';
import { memoryStore } from '#service/store/memory-store.ts';
import {
  action,
  COLLEAGUE,
  event,
  hexId,
  MORNING,
  openAction,
  OTHER_RESIDENT,
  RESIDENT,
  WORKER,
} from '#tests/support/make.ts';
import { stage, STRANGER } from './stage.ts';

let ids = 0x500;
const fresh = <A extends Action>(one: A): A => ({ ...one, id: hexId((ids += 1)) });

describe('the service’s answer', () => {
  test('an accepted request gets its number, who answers for it, and by when', async () => {
    const { push, pull } = await stage();
    expect(await push(RESIDENT, openAction())).toEqual([
      { verdict: 'accepted', id: openAction().id, seq: 1 },
    ]);
    const [seen] = (await pull(RESIDENT)).events;
    expect(seen?.action).toEqual(openAction());
    expect(seen?.stamp).toEqual({
      seq: 1,
      receivedAt: MORNING,
      number: expect.toSatisfy((number: string) => isNumber(number)),
      answerable: { id: WORKER.id, name: '李梅', telephone: '010-5550111' },
      due: { at: MORNING + 24 * 3_600_000, calendar: 'published' },
    });
  });

  test('the service’s clock decides, whatever the phone’s clock says', async () => {
    const { push, pull } = await stage();
    await push(RESIDENT, openAction({ at: Date.UTC(1970, 0, 2) }));
    expect((await pull(RESIDENT)).events[0]?.stamp).toMatchObject({ receivedAt: MORNING });
  });

  test('a worker who takes a request answers for it, also after it is opened again', async () => {
    const { push, deps, clock } = await stage();
    await push(RESIDENT, openAction());
    const done = [fresh(action('take', { by: COLLEAGUE })), fresh(action('finish', { by: COLLEAGUE }))];
    await push(COLLEAGUE, ...done);
    clock.now += 1_000;
    await push(RESIDENT, fresh(action('reopen')));
    expect(await deps.store.request('office-1', openAction().requestId)).toMatchObject({
      status: 'taken',
      takenBy: COLLEAGUE.id,
      answerable: { name: '张强' },
      due: { calendar: 'published' },
    });
  });

  test('an extension moves the date that was promised', async () => {
    const { push, deps } = await stage();
    await push(RESIDENT, openAction());
    const before = await deps.store.request('office-1', openAction().requestId);
    await push(WORKER, fresh(action('take')), fresh(action('extend')));
    const after = await deps.store.request('office-1', openAction().requestId);
    expect(after?.due?.at).toBeGreaterThan(before?.due?.at ?? Infinity);
  });

  test('an action offered again, or twice in one push, is answered the same and counts once', async () => {
    const { push, deps } = await stage();
    const accepted = { verdict: 'accepted', id: openAction().id, seq: 1 };
    expect(await push(RESIDENT, openAction(), openAction())).toEqual([accepted, accepted]);
    expect(await push(RESIDENT, openAction())).toEqual([accepted]);
    expect((await deps.store.head('office-1')).seq).toBe(1);
  });

  test('a refusal stays a refusal, also when the step would be allowed by now', async () => {
    const { push } = await stage();
    await push(RESIDENT, openAction());
    await push(WORKER, fresh(action('take')));
    const late = fresh(action('take', { by: COLLEAGUE }));
    const no = [{ verdict: 'refused', id: late.id, refused: { reason: 'already-taken', who: '李梅' } }];
    expect(await push(COLLEAGUE, late)).toEqual(no);
    await push(WORKER, fresh(action('send-back')));
    expect(await push(COLLEAGUE, late)).toEqual(no);
    expect(await push(COLLEAGUE, fresh(action('take', { by: COLLEAGUE })))).toMatchObject([
      { verdict: 'accepted' },
    ]);
  });

  test('a refusal that only says what the log lacks is asked anew, for a backup may have lost it', async () => {
    const { push } = await stage();
    await push(RESIDENT, openAction());
    const early = fresh(action('rate'));
    expect(await push(RESIDENT, early)).toMatchObject([{ refused: { reason: 'not-done-yet' } }]);
    await push(WORKER, fresh(action('take')), fresh(action('finish')));
    expect(await push(RESIDENT, early)).toMatchObject([{ verdict: 'accepted' }]);
  });

  test('of two workers who take the same request the first has it, and the other is told who', async () => {
    const { push } = await stage();
    await push(RESIDENT, openAction());
    expect(await push(WORKER, fresh(action('take')))).toMatchObject([{ verdict: 'accepted' }]);
    expect(await push(COLLEAGUE, fresh(action('take', { by: COLLEAGUE })))).toMatchObject([
      { verdict: 'refused', refused: { reason: 'already-taken', who: '李梅' } },
    ]);
  });

  test.each([
    ['another resident’s name', OTHER_RESIDENT, openAction()],
    ['a worker’s name', RESIDENT, action('take')],
    ['a resident’s name, by a worker', WORKER, openAction()],
  ])('an action in %s is refused, and not kept against whoever it belongs to', async (_, asker, claimed) => {
    const { push, pushRaw, deps } = await stage();
    if (claimed.kind !== 'open') await push(RESIDENT, openAction({ id: hexId(1) }));
    expect(await pushRaw(asker, [claimed])).toMatchObject([
      { verdict: 'refused', refused: { reason: 'not-yours' } },
    ]);
    expect((await deps.store.head('office-1')).seq).toBe(claimed.kind === 'open' ? 0 : 1);
    expect(await push(claimed.by, claimed)).toMatchObject([{ verdict: 'accepted' }]);
  });

  test('a worker of another office can do nothing here, and a resident nothing elsewhere', async () => {
    const { push } = await stage();
    await push(RESIDENT, openAction());
    const other = { reason: 'other-office' };
    expect(await push(STRANGER, fresh(action('take', { by: STRANGER })))).toMatchObject([{ refused: other }]);
    expect(await push(STRANGER, fresh(action('take', { by: STRANGER, officeId: 'office-9' })))).toMatchObject(
      [{ refused: other }],
    );
    expect(await push(RESIDENT, fresh(openAction({ officeId: 'office-9' })))).toMatchObject([
      { refused: other },
    ]);
  });

  test.each([
    ['a matter that nobody knows', { matterId: 'moon-trip' }, 'unknown-matter'],
    ['a version that this service has not seen', { matterVersion: 7 }, 'unknown-matter-version'],
    ['an answer missing', { answers: {} }, 'answers-incomplete'],
  ])('a request with %s is refused by name, and the rest of the push goes on', async (_, over, reason) => {
    const { push } = await stage();
    const wrong = fresh(openAction({ requestId: hexId(0xbad), ...over }));
    expect(await push(RESIDENT, wrong, openAction())).toMatchObject([
      { verdict: 'refused', id: wrong.id, refused: { reason } },
      { verdict: 'accepted', id: openAction().id },
    ]);
  });

  test('a worker’s step on a request that a restored log has lost waits until the resident’s phone brings it again', async () => {
    const { push } = await stage();
    const take = fresh(action('take'));
    expect(await push(WORKER, take)).toEqual([{ verdict: 'again', id: take.id }]);
    await push(RESIDENT, openAction());
    expect(await push(WORKER, take)).toEqual([{ verdict: 'accepted', id: take.id, seq: 2 }]);
  });

  test('a resident’s step on a request that was never here is refused', async () => {
    const { push } = await stage();
    expect(await push(RESIDENT, action('withdraw'))).toMatchObject([
      { refused: { reason: 'unknown-request' } },
    ]);
  });
});

describe('what cannot be read', () => {
  test('an action of a kind from the future is refused by its id; a thing without one is passed over', async () => {
    const { pushRaw } = await stage();
    const future = { ...action('take'), kind: 'teleport', id: hexId(0xf1) };
    expect(await pushRaw(RESIDENT, [null, 7, { id: 'x' }, future, openAction()])).toMatchObject([
      { verdict: 'refused', id: future.id, refused: { reason: 'unknown-action' } },
      { verdict: 'accepted', id: openAction().id },
    ]);
  });

  test('an accepted action stays accepted when a damaged copy of it comes', async () => {
    const { push, pushRaw } = await stage();
    await push(RESIDENT, openAction());
    expect(await pushRaw(RESIDENT, [{ ...openAction(), answers: 7 }])).toMatchObject([
      { verdict: 'accepted', seq: 1 },
    ]);
  });

  test('a mistake in the weighing of one action costs the others nothing, and is written down without words', async () => {
    const store = memoryStore();
    const { push, log } = await stage({
      store: {
        ...store,
        matter: (id, n) => (n === 2 ? Promise.reject(new Error('王秀兰')) : store.matter(id, n)),
      },
    });
    const poison = fresh(openAction({ requestId: hexId(0xbad), matterVersion: 2 }));
    expect(await push(RESIDENT, poison, openAction())).toEqual([
      { verdict: 'again', id: poison.id },
      { verdict: 'accepted', id: openAction().id, seq: 1 },
    ]);
    expect(log).toContainEqual(expect.objectContaining({ what: 'decide-failed', action: poison.id }));
    expect(JSON.stringify(log)).not.toContain('王秀兰');
  });
});

describe('the chain', () => {
  test('changes with every byte of an event and of all before it, and not with the order of keys', () => {
    const one = event();
    const turned = {
      stamp: one.stamp,
      action: Object.fromEntries(Object.entries(one.action).toReversed()) as unknown as Action,
    }; // the same keys and values
    expect(nextHash('', turned)).toBe(nextHash('', one));
    const hashes = [nextHash('', one), nextHash('ab', one), nextHash('', event(openAction(), { seq: 2 }))];
    expect(new Set([...hashes, nextHash('', event(openAction({ at: 1 })))]).size).toBe(4);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/u);
  });

  test('ties the pages that devices are given', async () => {
    const { push, pull } = await stage();
    await push(RESIDENT, openAction(), fresh(action('add')));
    const { events, h } = await pull(WORKER);
    expect(events.reduce((hash, one) => nextHash(hash, one), '')).toBe(h);
  });
});
