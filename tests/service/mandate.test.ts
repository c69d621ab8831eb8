import { expect, test } from 'vitest';
import { ARRIVES_WITHIN_MS } from '#domain/mandate/mandate.ts';
import { COLLEAGUE, hexId, mandate, MORNING, openAction, openFor, WORKER } from '#tests/support/make.ts';
import { stage } from './stage.ts';

const OWNER = { id: mandate().residentId, role: 'resident' } as const;

test('a request filed for a resident is the resident’s own, and her phone hears who filed it', async () => {
  const { push, pull, deps } = await stage();
  const mine = { ...OWNER, id: hexId(0x77) };
  await pull(mine); // her phone has called before
  expect(await push(WORKER, openFor({ residentId: mine.id }))).toMatchObject([{ verdict: 'accepted' }]);
  expect(await deps.store.request('office-1', openFor().requestId)).toMatchObject({ residentId: mine.id });
  const [seen] = (await pull(mine)).events;
  expect(seen?.action).toEqual(openFor({ residentId: mine.id }));
  expect(seen?.stamp).toMatchObject({ byName: '李梅', number: expect.any(String) });
});

test.each([
  ['no mandate', openAction({ by: WORKER }), 'mandate-missing'],
  ['a colleague’s mandate', openFor({ helperId: COLLEAGUE.id }), 'mandate-not-for-this'],
  ['no reading back', openFor({}, { readBack: { at: 0, how: 'pressed' } }), 'not-read-back'],
] as const)('a worker with %s is refused by the service too', async (_, step, reason) => {
  const { push } = await stage();
  expect(await push(WORKER, step)).toMatchObject([{ verdict: 'refused', refused: { reason } }]);
});

test('the service looks at its own clock: a mandate of last week files nothing', async () => {
  const { push, clock } = await stage();
  clock.now = mandate().until + ARRIVES_WITHIN_MS + 1;
  expect(await push(WORKER, openFor())).toMatchObject([
    { verdict: 'refused', refused: { reason: 'mandate-ended' } },
  ]);
});

test('who acts comes from the session: nobody files by another worker’s hand', async () => {
  const { push } = await stage();
  expect(await push(COLLEAGUE, openFor())).toMatchObject([{ refused: { reason: 'not-yours' } }]);
});

test('for somebody who could not agree, the service says by when a supervisor confirms', async () => {
  const { push, deps } = await stage();
  const { readBack: _none, ...step } = openFor({ agreed: { how: 'cannot-agree', why: '昏过去了' } });
  await push(WORKER, step);
  expect(await deps.store.request('office-1', step.requestId)).toMatchObject({
    confirmBy: { at: MORNING + 31.5 * 3_600_000, calendar: 'published' }, // Thursday 17:30
  });
});

test('the id of a resident without a phone opens no door to whoever made it', async () => {
  const { push, post } = await stage();
  await push(WORKER, openFor());
  const reply = await post(OWNER, '/api/v1/push', { actions: [] });
  expect(reply.status).toBe(401);
});
