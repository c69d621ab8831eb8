import { describe, expect, test } from 'vitest';
import { DEVICE_HEADER } from '#protocol/envelope.ts';
import { MATTERS_PATH, OFFICE_PATH } from '#protocol/office.ts';
import { PULL_PATH } from '#protocol/pull.ts';
import { PUSH_PATH } from '#protocol/push.ts';
import { WAIT_PATH } from '#protocol/wait.ts';
import { memoryStore } from '#service/store/memory-store.ts';
import { StoreTrouble } from '#service/store/store.ts';
import {
  action,
  COLLEAGUE,
  hexId,
  OFFICE_ID,
  openAction,
  OTHER_RESIDENT,
  RESIDENT,
  WORKER,
} from '#tests/support/make.ts';
import { ADMINISTRATOR, stage, STRANGER, SUPERVISOR } from './stage.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('who sees what', () => {
  test('a resident sees their own requests, and not that there are others', async () => {
    const { push, pull } = await stage();
    await push(RESIDENT, openAction());
    await push(OTHER_RESIDENT, openAction({ id: hexId(2), requestId: hexId(3), by: OTHER_RESIDENT }));
    await push(WORKER, action('take', { id: hexId(4) }));
    const seen = await pull(RESIDENT);
    expect(seen.events.map((one) => one.action.id)).toEqual([openAction().id, hexId(4)]);
    expect(JSON.stringify(seen)).not.toContain(OTHER_RESIDENT.id);
    expect((await pull(OTHER_RESIDENT)).events).toHaveLength(1);
    expect((await pull(WORKER)).events).toHaveLength(3);
  });

  test('a worker of another office, and anybody asking for another office, is turned away', async () => {
    const { post } = await stage();
    const body = { officeId: OFFICE_ID, after: 0, h: '', limit: 9 };
    expect((await post(STRANGER, PULL_PATH, body)).status).toBe(403);
    expect((await post(STRANGER, WAIT_PATH, { officeId: OFFICE_ID, after: 0 })).status).toBe(403);
    expect((await post(RESIDENT, PULL_PATH, { ...body, officeId: 'office-9' })).status).toBe(403);
  });

  test('nobody without a secret or a session is answered', async () => {
    const { post, ask } = await stage();
    for (const path of [PUSH_PATH, PULL_PATH, WAIT_PATH])
      expect(await (await post(undefined, path, {})).json()).toEqual({ bangban: 1, trouble: 'signed-out' });
    expect((await ask(undefined, `/api/v1/files/${hexId(1)}`)).status).toBe(401);
  });

  test.each([
    ['another secret', `Bearer ${RESIDENT.id}.${'t'.repeat(40)}`],
    ['a worker’s id', `Bearer ${WORKER.id}.${'s'.repeat(40)}`],
    ['a secret that can be guessed', `Bearer ${RESIDENT.id}.secret`],
    ['something else', 'Basic abc'],
  ])('a device with %s is not let in', async (_, authorization) => {
    const { push, ask } = await stage();
    await push(RESIDENT, openAction());
    const init = {
      method: 'POST',
      headers: { ...JSON_TYPE, authorization },
      body: '{"bangban":1,"actions":[]}',
    };
    expect((await ask(undefined, PUSH_PATH, init)).status).toBe(401);
  });

  test('workers’ names are for workers; the office is for everybody', async () => {
    const { ask } = await stage();
    const seenBy = async (...who: Parameters<typeof ask>) =>
      (await (await ask(...who)).json()) as { colleagues: object };
    expect(await seenBy(undefined, OFFICE_PATH)).toMatchObject({ office: { id: OFFICE_ID }, colleagues: {} });
    expect((await seenBy(WORKER, OFFICE_PATH)).colleagues).toEqual({
      [WORKER.id]: '李梅',
      [COLLEAGUE.id]: '张强',
      [SUPERVISOR.id]: '王海燕',
      [ADMINISTRATOR.id]: '周建国',
    });
    expect((await seenBy(STRANGER, OFFICE_PATH)).colleagues).toEqual({});
  });

  test('the catalogue is public, each version by itself', async () => {
    const { ask } = await stage();
    expect(await (await ask(undefined, MATTERS_PATH)).json()).toMatchObject({
      matters: [{ id: 'home-repair' }],
    });
    expect(await (await ask(undefined, `${MATTERS_PATH}/home-repair/1`)).json()).toMatchObject({
      matter: { version: 1 },
    });
    expect((await ask(undefined, `${MATTERS_PATH}/home-repair/2`)).status).toBe(404);
  });
});

describe('the cursor', () => {
  test('a device goes on where it was', async () => {
    const { push, pull } = await stage();
    await push(RESIDENT, openAction());
    const first = await pull(RESIDENT);
    await push(RESIDENT, action('withdraw', { id: hexId(4) }));
    const next = await pull(RESIDENT, { after: first.next, h: first.h });
    expect(next).toMatchObject({ pulled: 'page', after: 1, next: 2, more: false });
    expect(next.events).toHaveLength(1);
  });

  test.each([
    ['ahead of the log', { after: 9, h: 'ab' }],
    ['inside it, with another history', { after: 1, h: 'ab' }],
    ['at the start, with a history', { after: 0, h: 'ab' }],
  ])('a device whose cursor is %s is told to begin again', async (_, cursor) => {
    const { push, pull } = await stage();
    await push(RESIDENT, openAction());
    expect(await pull(RESIDENT, cursor)).toMatchObject({ pulled: 'reset', after: cursor.after });
  });
});

describe('waiting', () => {
  test('is answered at once when there is something already', async () => {
    const { push, post } = await stage();
    await push(RESIDENT, openAction());
    expect(await (await post(WORKER, WAIT_PATH, { officeId: OFFICE_ID, after: 0 })).json()).toEqual({
      bangban: 1,
      head: 1,
    });
  });

  test('is answered when something comes, and nobody is left waiting', async () => {
    const { push, post, deps } = await stage();
    const answer = post(WORKER, WAIT_PATH, { officeId: OFFICE_ID, after: 0 });
    await expect.poll(() => deps.news.waiting()).toBe(1);
    await push(RESIDENT, openAction());
    expect(await (await answer).json()).toEqual({ bangban: 1, head: 1 });
    expect(deps.news.waiting()).toBe(0);
  });

  test('is answered with the head as it was when nothing comes', async () => {
    const { post, deps } = await stage({ waitMs: 5 });
    expect(await (await post(WORKER, WAIT_PATH, { officeId: OFFICE_ID, after: 0 })).json()).toEqual({
      bangban: 1,
      head: 0,
    });
    expect(deps.news.waiting()).toBe(0);
  });

  test('ends when the one who waits goes away, and when the service stops', async () => {
    const { ask, post, deps } = await stage();
    const gone = new AbortController();
    const body = JSON.stringify({ bangban: 1, officeId: OFFICE_ID, after: 0 });
    const left = ask(WORKER, WAIT_PATH, { method: 'POST', headers: JSON_TYPE, body, signal: gone.signal });
    const stays = post(WORKER, WAIT_PATH, { officeId: OFFICE_ID, after: 0 });
    await expect.poll(() => deps.news.waiting()).toBe(2);
    gone.abort();
    await left;
    expect(deps.news.waiting()).toBe(1);
    deps.news.stop();
    expect((await stays).status).toBe(200);
  });
});

describe('what is not ours', () => {
  const send = (body: BodyInit, headers: Record<string, string> = JSON_TYPE): RequestInit => ({
    method: 'POST',
    headers,
    body,
  });

  test.each([
    ['not JSON', send('{"bangban":1,'), 400, 'not-json'],
    ['not UTF-8', send(new Uint8Array([0x7b, 0xff, 0x7d])), 400, 'not-json'],
    ['JSON of another kind', send('[1,2]'), 400, 'not-our-shape'],
    ['from another program', send('{"actions":[]}'), 400, 'not-our-shape'],
    ['a form', send('a=b', { 'content-type': 'application/x-www-form-urlencoded' }), 415, 'json-only'],
    ['JSON by the wrong name', send('{}', { 'content-type': 'text/plain' }), 415, 'json-only'],
    ['10 MB', send(' '.repeat(10_000_000)), 413, 'too-large'],
    [
      '10 MB that says it is small',
      send(' '.repeat(10_000_000), { ...JSON_TYPE, 'content-length': '10' }),
      413,
      'too-large',
    ],
  ])('a body that is %s is told so', async (_, init, status, trouble) => {
    const { ask, deps } = await stage();
    const response = await ask(RESIDENT, PUSH_PATH, init);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ bangban: 1, trouble });
    expect((await deps.store.head(OFFICE_ID)).seq).toBe(0);
  });

  test('more than 200 actions at once are too many, so that the device offers fewer', async () => {
    const { post } = await stage();
    expect((await post(RESIDENT, PUSH_PATH, { actions: Array(201).fill(null) })).status).toBe(413);
    expect((await post(RESIDENT, PUSH_PATH, { actions: Array(200).fill(null) })).status).toBe(200);
  });

  test('a foreign page cannot post with a worker’s cookie', async () => {
    const { ask } = await stage();
    const response = await ask(
      WORKER,
      PUSH_PATH,
      send('{"bangban":1,"actions":[]}', { ...JSON_TYPE, [DEVICE_HEADER]: '' }),
    );
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({ bangban: 1, trouble: 'no-device' });
  });

  test('a path that is not there is answered in our own shape', async () => {
    const { ask } = await stage();
    const response = await ask(undefined, '/api/v1/nothing');
    expect([response.status, await response.json()]).toEqual([404, { bangban: 1, trouble: 'not-here' }]);
  });
});

describe('when the disk is in trouble', () => {
  test('a push is answered "later", never "received"', async () => {
    const store = memoryStore();
    const full = { ...store, append: () => Promise.reject(new StoreTrouble('SQLITE_FULL')) };
    const { post, log } = await stage({ store: full });
    const response = await post(RESIDENT, PUSH_PATH, { actions: [openAction()] });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await response.json()).toEqual({ bangban: 1, trouble: 'busy' });
    expect(log).toContainEqual(expect.objectContaining({ what: 'store-trouble' }));
  });

  test('in the middle of a push, nothing of it is kept and nobody is told otherwise', async () => {
    const store = memoryStore();
    const failing = { ...store, matter: () => Promise.reject(new StoreTrouble('SQLITE_IOERR')) };
    const { post } = await stage({ store: failing });
    expect((await post(RESIDENT, PUSH_PATH, { actions: [openAction()] })).status).toBe(503);
    expect((await store.head(OFFICE_ID)).seq).toBe(0);
  });
});

test('every answer forbids caches, foreign frames and guessing of types', async () => {
  const { ask } = await stage();
  const { headers } = await ask(undefined, OFFICE_PATH);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  // WebAssembly for the voice is all that goes beyond files of our own.
  expect(headers.get('content-security-policy')?.match(/'unsafe-[^']*'|'wasm-[^']*'/gu)).toEqual([
    "'wasm-unsafe-eval'",
  ]);
});

test('nothing that people wrote is in the log', async () => {
  const { push, log } = await stage();
  await push(RESIDENT, openAction(), action('add', { id: hexId(4) }));
  expect(log).toEqual([{ what: 'push', who: RESIDENT.id, offered: 2, accepted: 2, refused: 0, again: 0 }]);
});
