import { expect, test } from 'vitest';
import * as v from 'valibot';
import { ask, type Call } from '#sync/line.ts';
import { nextTryMs } from '#sync/back-off.ts';
import { settle, testClock } from '#tests/support/clock.ts';
import { MORNING } from '#tests/support/make.ts';

const schema = v.object({ bangban: v.literal(1), head: v.number() });
const json = (body: string, init: ResponseInit = {}): Response =>
  new Response(body, {
    ...init,
    headers: { 'content-type': 'application/json; charset=utf-8', ...init.headers },
  });
const html = (status = 200): Response =>
  new Response('<html>', { status, headers: { 'content-type': 'text/html' } });
const asking = (call: Call, clock = testClock()) => ask({ call, clock }, { path: '/x', schema });

test('an answer in its shape is an answer', async () => {
  expect(await asking(async () => json('{"bangban":1,"head":4}'))).toEqual({
    at: 'answered',
    reply: { bangban: 1, head: 4 },
  });
});

test('nothing on the way may answer from its memory, nor lead elsewhere', async () => {
  let asked: RequestInit | undefined;
  await asking(async (_, init) => {
    asked = init;
    return json('{}');
  });
  expect(asked).toMatchObject({ cache: 'no-store', redirect: 'manual' });
});

test.each([
  ['a login page that says 200', html(), 'login-page'],
  ['a login page that says 511', html(511), 'login-page'],
  ['a redirect to one', Response.redirect('http://portal.example/', 302), 'login-page'],
  ['somebody else’s JSON', json('{"head":4}'), 'login-page'],
  ['a 401 that is not ours', html(401), 'login-page'],
  ['our own 401', json('{"bangban":1}', { status: 401 }), 'signed-out'],
  ['ours, of a shape from another version', json('{"bangban":1,"head":"4"}'), 'service-trouble'],
  ['JSON that breaks off', json('{"bangban":1,"he'), 'offline'],
  ['a proxy whose service is down', html(502), 'service-trouble'],
  ['a body that is too large', html(413), 'too-large'],
] as const)('%s is told apart', async (_, response, at) => {
  expect(await asking(async () => response)).toEqual({ at });
});

test.each([
  ['seconds', { 'retry-after': '7' }, 7_000],
  [
    'a date by the service’s own clock',
    { 'retry-after': 'Sat, 01 Jan 2000 00:00:30 GMT', date: 'Sat, 01 Jan 2000 00:00:10 GMT' },
    20_000,
  ],
  ['a date alone', { 'retry-after': new Date(MORNING + 5_000).toUTCString() }, 5_000],
])('a service that is busy names its time: %s', async (_, headers, retryAfterMs) => {
  const call: Call = async () =>
    json('{"bangban":1}', { status: 503, headers: headers as Record<string, string> });
  expect(await asking(call)).toEqual({ at: 'service-trouble', retryAfterMs });
});

test('a line that swallows everything comes to an end by itself, and is hung up', async () => {
  const clock = testClock();
  let hungUp = false;
  const end = asking((_, init) => {
    init?.signal?.addEventListener('abort', () => (hungUp = true));
    return new Promise(() => undefined);
  }, clock);
  await clock.advance(20_000);
  expect(await end).toEqual({ at: 'offline' });
  expect(hungUp).toBe(true);
});

test('a body that never ends comes to an end too', async () => {
  const clock = testClock();
  const drip = new Response(new ReadableStream(), { headers: { 'content-type': 'application/json' } });
  const end = asking(async () => drip, clock);
  await settle();
  await clock.advance(20_000);
  expect(await end).toEqual({ at: 'offline' });
});

test('tries come later and later, five minutes at most, and never all at once', () => {
  expect([1, 2, 3, 4].map((failures) => nextTryMs(failures, 0.5))).toEqual([2_000, 4_000, 8_000, 16_000]);
  expect(nextTryMs(50, 0.5)).toBe(300_000);
  expect([nextTryMs(1, 0), nextTryMs(1, 1)]).toEqual([1_000, 3_000]);
});
