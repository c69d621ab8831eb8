/** A request by its slip: what somebody without an account may know, and what nobody may guess. */
import { describe, expect, test } from 'vitest';
import { OBJECT_WITHIN_MS } from '#domain/request/may-object.ts';
import { numberFor } from '#domain/request/number.ts';
import { LOOKUP_OBJECT_PATH, LOOKUP_PATH } from '#protocol/lookup.ts';
import {
  action,
  hexId,
  MORNING,
  OFFICE_ID,
  openAction,
  openFor,
  REQUEST_ID,
  RESIDENT,
  WORKER,
} from '#tests/support/make.ts';
import { stage, SUPERVISOR } from './stage.ts';

const YEAR = 1946;
const OPENED = hexId(0xa1);
const NONE = { bangban: 1, lookup: 'none' };

async function filed(over: Parameters<typeof openFor>[0] = { birthYear: YEAR }) {
  const service = await stage();
  await service.push(WORKER, openFor(over, { id: OPENED }));
  const { number = '' } = (await service.deps.store.request(OFFICE_ID, REQUEST_ID)) ?? {};
  const ask = async (path: string, body: object): Promise<Record<string, unknown>> =>
    (await (await service.post(undefined, path, body)).json()) as Record<string, unknown>; // our own envelope
  const lookUp = (birthYear: number, as = number) => ask(LOOKUP_PATH, { number: as, birthYear });
  const object = (over: object = {}) =>
    ask(LOOKUP_OBJECT_PATH, {
      number,
      birthYear: YEAR,
      id: hexId(0x0b),
      about: OPENED,
      words: '我没有让人办这个。',
      ...over,
    });
  return {
    ...service,
    number,
    lookUp,
    object,
    request: () => service.deps.store.request(OFFICE_ID, REQUEST_ID),
  };
}

describe('number and year of birth', () => {
  test('tell where it stands, who answers, by when, and what was done in one’s name', async () => {
    const { lookUp, number } = await filed();
    expect(await lookUp(YEAR, `${number.slice(0, 3)} ${number.slice(3)}`)).toMatchObject({
      lookup: 'found',
      found: {
        number,
        status: 'open',
        stopped: false,
        answerable: { name: '李梅', telephone: '010-5550111' },
        due: { calendar: 'published' },
        done: [
          {
            about: OPENED,
            kind: 'open',
            role: 'worker',
            byName: '李梅',
            at: MORNING,
            objectUntil: MORNING + OBJECT_WITHIN_MS,
          },
        ],
      },
    });
  });

  test('tell nothing of who it is: no name, no address, no telephone, no words', async () => {
    const { lookUp, push } = await filed();
    await push(
      WORKER,
      action('take', { id: hexId(0xb1) }),
      action('write', { id: hexId(0xb2), words: '王奶奶，师傅下午到。' }),
    );
    const told = JSON.stringify(await lookUp(YEAR));
    for (const secret of [
      '王秀兰',
      '王奶奶',
      '13800138000',
      '"b3"',
      '"501"',
      '厨房水管漏水',
      '没有手机',
      '师傅',
    ])
      expect(told).not.toContain(secret);
  });

  test('a wrong year, a wrong number, a slip in it and a request nobody gave a year for get one answer', async () => {
    const { lookUp, number } = await filed();
    expect(await lookUp(YEAR + 1)).toEqual(NONE);
    expect(await lookUp(YEAR, numberFor(4_711))).toEqual(NONE);
    expect(await lookUp(YEAR, `${number.slice(0, 7)}${(Number(number[7]) + 1) % 10}`)).toEqual(NONE);
    expect(await lookUp(YEAR, '')).toEqual(NONE);
    const yearless = await filed({});
    expect(await yearless.lookUp(YEAR)).toEqual(NONE);
  });

  test('another line of the log is not taken for the number that its place would have', async () => {
    const { lookUp, push } = await filed();
    await push(WORKER, action('take', { id: hexId(0xb1) }));
    expect(await lookUp(YEAR, numberFor(2))).toEqual(NONE);
  });

  test('what a resident filed alone is not shown by a year that stands nowhere', async () => {
    const service = await stage();
    await service.push(RESIDENT, openAction());
    const number = (await service.deps.store.request(OFFICE_ID, REQUEST_ID))?.number ?? '';
    const reply = await service.post(undefined, LOOKUP_PATH, { number, birthYear: YEAR });
    expect(await reply.json()).toEqual(NONE);
  });
});

describe('guessing', () => {
  test('a thousand guesses at once at one slip get three tries, and the right year waits with the others', async () => {
    const { lookUp, clock } = await filed();
    const years = Array.from({ length: 1_000 }, (_, n) => 1900 + (n % 46)); // all wrong
    const told = await Promise.all(years.map((year) => lookUp(year)));
    expect(told.filter(({ lookup }) => lookup === 'none')).toHaveLength(3);
    expect(told.filter(({ lookup }) => lookup === 'slow-down')).toHaveLength(997);
    expect(await lookUp(YEAR)).toMatchObject({ lookup: 'slow-down', waitMs: 1_000 });
    clock.now += 1_000;
    expect(await lookUp(YEAR)).toMatchObject({ lookup: 'found' });
  });

  test('whoever waits as told needs hours for the years that people are born in', async () => {
    const { lookUp, clock } = await filed();
    const began = clock.now;
    for (let tried = 0; tried < 60; ) {
      const told = await lookUp(1980 + (tried % 20));
      if (told['lookup'] === 'slow-down') clock.now += Number(told['waitMs']);
      else tried += 1;
    }
    expect(clock.now - began).toBeGreaterThan(6 * 3_600_000);
  });

  test('a thousand numbers from one place are slowed down as well, and a right one pardons none of them', async () => {
    const { lookUp, clock } = await filed();
    const told = [];
    for (let n = 0; n < 1_000; n += 1) told.push((await lookUp(YEAR, numberFor(100_000 + n)))['lookup']);
    expect(told.filter((one) => one === 'none')).toHaveLength(21);
    clock.now += 1_000;
    expect(await lookUp(YEAR)).toMatchObject({ lookup: 'found' });
    expect(await lookUp(YEAR, numberFor(200_001))).toEqual(NONE);
    expect(await lookUp(YEAR, numberFor(200_002))).toMatchObject({ lookup: 'slow-down', waitMs: 2_000 });
  });

  test('the log of the service has neither number nor year', async () => {
    const { lookUp, log, number } = await filed();
    await lookUp(YEAR);
    await lookUp(1950);
    expect(JSON.stringify(log)).not.toMatch(new RegExp(`${number}|${YEAR}|1950`, 'u'));
  });
});

describe('"this is not right", by the slip', () => {
  test('stops the request as the resident’s own step, and a supervisor can settle it', async () => {
    const { object, request, push, lookUp } = await filed();
    expect(await object()).toMatchObject({ lookup: 'found', found: { stopped: true } });
    const kept = await request();
    expect(kept?.objected).toMatchObject({ about: OPENED, by: { role: 'resident', id: kept?.residentId } });
    expect(kept?.trail.at(-1)?.words).toBe('我没有让人办这个。');
    expect(await push(WORKER, action('take', { id: hexId(0xb1) }))).toMatchObject([
      { verdict: 'refused', refused: { reason: 'stopped' } },
    ]);
    const settle = action('settle', { id: hexId(0xb2), by: SUPERVISOR, outcome: 'ended' });
    expect(await push(SUPERVISOR, settle)).toMatchObject([{ verdict: 'accepted' }]);
    expect(await lookUp(YEAR)).toMatchObject({ found: { status: 'ended', stopped: false } });
  });

  test('pressed twice, or sent again after a lost reply, it is one step', async () => {
    const { object, request } = await filed();
    await object();
    expect(await object()).toMatchObject({ lookup: 'found', found: { stopped: true } });
    expect((await request())?.trail.filter(({ kind }) => kind === 'object')).toHaveLength(1);
  });

  test('with a wrong year it does nothing, and is counted as a guess', async () => {
    const { object, request } = await filed();
    for (const birthYear of [1950, 1951, 1952]) expect(await object({ birthYear })).toEqual(NONE);
    expect(await object()).toMatchObject({ lookup: 'slow-down' });
    expect((await request())?.objected).toBeUndefined();
  });

  test('after seven days, or about a step that is none, it says why not', async () => {
    const { object, clock, request } = await filed();
    expect(await object({ about: hexId(0xee) })).toMatchObject({
      lookup: 'refused',
      reason: 'nothing-to-object',
    });
    clock.now += OBJECT_WITHIN_MS + 1;
    expect(await object({ id: hexId(0x0c) })).toMatchObject({
      lookup: 'refused',
      reason: 'too-late-to-object',
    });
    expect((await request())?.objected).toBeUndefined();
  });
});
