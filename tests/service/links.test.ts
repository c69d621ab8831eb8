import { beforeEach, describe, expect, test } from 'vitest';
import type { LinkScope, NamedLink } from '#domain/mandate/link.ts';
import { LINK_MOST_MS } from '#domain/mandate/link.ts';
import { CODE_MS } from '#domain/mandate/mandate.ts';
import type { Person } from '#domain/request/action.ts';
import { codeHashOf } from '#protocol/hand-over-marks.ts';
import { ACCEPT_LINK_PATH, END_LINK_PATH, LINKS_PATH, OFFER_LINK_PATH } from '#protocol/links.ts';
import { hexId, OFFICE_ID, openAction, WORKER } from '#tests/support/make.ts';
import { stage, STRANGER } from './stage.ts';

const MOTHER: Person = { id: hexId(0x4e), role: 'resident' };
const DAUGHTER: Person = { id: hexId(0x4f), role: 'resident' };
const DAY_MS = 86_400_000;

async function family() {
  const service = await stage();
  let ids = 0x900;
  const tell = async (person: Person, path: string, body: object) =>
    (await (await service.post(person, path, body)).json()) as Record<string, unknown>; // the reply's shape
  const offer = async (code: string, over: object = {}, elder = MOTHER) =>
    tell(elder, OFFER_LINK_PATH, {
      id: hexId(ids++),
      codeHash: await codeHashOf(OFFICE_ID, code),
      elderName: '王秀兰',
      relation: 'daughter',
      scopes: ['see', 'file-services'] satisfies LinkScope[],
      until: service.clock.now + 180 * DAY_MS,
      ...over,
    });
  const accept = (code: string, by: Person = DAUGHTER) =>
    tell(by, ACCEPT_LINK_PATH, { code, helperName: '小芳' });
  const links = async (by: Person, query = '') =>
    ((await (await service.ask(by, LINKS_PATH + query)).json()) as { links: NamedLink[] }).links; // as above
  const link = async (over: object = {}): Promise<NamedLink> => {
    await offer('A2NTAR3J', over);
    return (await accept('A2NTAR3J'))['link'] as NamedLink; // as above
  };
  return { ...service, tell, offer, accept, links, link };
}
let here: Awaited<ReturnType<typeof family>>;
beforeEach(async () => {
  here = await family();
});

describe('a link', () => {
  test('is made by a code that one reads to the other, and both see it', async () => {
    const { link, links } = here;
    const made = await link();
    expect(made).toMatchObject({ elderName: '王秀兰', helperName: '小芳', relation: 'daughter' });
    expect(await links(MOTHER)).toEqual([made]);
    expect(await links(DAUGHTER)).toEqual([made]);
    expect(JSON.stringify(made)).not.toMatch(/code/u);
  });

  test('opens once: the one who came first has it, also when the reply was lost', async () => {
    const { link, accept } = here;
    const made = await link();
    expect(await accept('A2NTAR3J')).toMatchObject({ accepted: 'in', link: made });
    expect(await accept('A2NTAR3J', { id: hexId(0x50), role: 'resident' })).toMatchObject({
      accepted: 'used',
    });
  });

  test('is not made with oneself, nor half an hour later, nor with a code that was dropped', async () => {
    const { offer, accept, clock } = here;
    await offer('A2NTAR3J');
    expect(await accept('A2NTAR3J', MOTHER)).toMatchObject({ accepted: 'yourself' });
    await offer('HHHHAR3J'); // a newer one ends the older
    expect(await accept('A2NTAR3J')).toMatchObject({ accepted: 'too-late' });
    clock.now += CODE_MS + 1;
    expect(await accept('HHHHAR3J')).toMatchObject({ accepted: 'too-late' });
  });

  test('lasts twelve months at the most', async () => {
    const { offer, clock } = here;
    const most = clock.now + LINK_MOST_MS;
    expect(await offer('A2NTAR3J', { until: most + 1 })).toMatchObject({ offered: 'too-long' });
    expect(await offer('A2NTAR3J', { until: clock.now })).toMatchObject({ offered: 'too-long' });
    expect(await offer('A2NTAR3J', { until: most })).toMatchObject({ offered: 'yes' });
  });

  test('is one of four: a fifth elder is not taken on before another is let go', async () => {
    const { offer, accept, links, tell } = here;
    const codes = ['2222AR3J', '3333AR3J', '4444AR3J', '5555AR3J', '6666AR3J'];
    for (const [n, code] of codes.entries()) await offer(code, {}, { id: hexId(0x60 + n), role: 'resident' });
    for (const code of codes.slice(0, 4)) expect(await accept(code)).toMatchObject({ accepted: 'in' });
    expect(await accept('6666AR3J')).toMatchObject({ accepted: 'too-many' });
    await tell(DAUGHTER, END_LINK_PATH, { id: (await links(DAUGHTER))[0]?.id ?? '' });
    expect(await accept('6666AR3J')).toMatchObject({ accepted: 'in' });
  });

  test('of somebody else is not written over by an offer with its id or its code', async () => {
    const { link, post, links } = here;
    const made = await link();
    const theft = {
      id: made.id,
      codeHash: await codeHashOf(OFFICE_ID, 'A2NTAR3J'),
      elderName: '别人',
      relation: 'son',
      scopes: ['see'],
      until: made.until,
    };
    const thief: Person = { id: hexId(0x66), role: 'resident' };
    expect((await post(thief, OFFER_LINK_PATH, theft)).status).toBe(400);
    expect((await post(thief, OFFER_LINK_PATH, { ...theft, id: hexId(0x67) })).status).toBe(400);
    // Nor while nobody has come with the code yet.
    const open = { id: hexId(0x68), codeHash: 'a'.repeat(64) };
    await here.offer('HHHHAR3J', open);
    expect((await post(thief, OFFER_LINK_PATH, { ...theft, ...open })).status).toBe(400);
    expect(await links(MOTHER)).toEqual([made]);
  });
});

test('guessing is slowed, a thousand guesses find nothing, and the right code still works', async () => {
  const { offer, accept, clock } = here;
  await offer('A2NTAR3J');
  const told = await Promise.all(
    Array.from({ length: 1_000 }, (_, n) => accept(`${String(2_000 + n).replaceAll(/[01]/gu, '9')}XXXX`)),
  );
  expect(told.filter(({ accepted }) => accepted === 'wrong').length).toBeLessThanOrEqual(3);
  expect(told.filter(({ accepted }) => accepted === 'slow-down').length).toBeGreaterThanOrEqual(997);
  clock.now += 60_000;
  expect(await accept('A2NTAR3J')).toMatchObject({ accepted: 'in' });
});

describe('an end', () => {
  test('is made by either of the two, and by nobody else', async () => {
    const { link, links, tell } = here;
    const { id } = await link();
    const other: Person = { id: hexId(0x99), role: 'resident' };
    expect(await tell(other, END_LINK_PATH, { id })).toMatchObject({ ended: 'not-here' });
    expect((await links(MOTHER))[0]?.endedAt).toBeUndefined();
    expect(await tell(MOTHER, END_LINK_PATH, { id })).toMatchObject({ ended: 'yes' });
    expect((await links(DAUGHTER))[0]?.endedAt).toBeDefined();
  });

  test('by a worker needs words; a worker sees a resident’s links, one of another office does not', async () => {
    const { link, links, tell, ask, deps } = here;
    const made = await link();
    expect(await links(WORKER, `?resident=${MOTHER.id}`)).toEqual([made]);
    expect((await ask(STRANGER, `${LINKS_PATH}?resident=${MOTHER.id}`)).status).toBe(403);
    expect(await tell(WORKER, END_LINK_PATH, { id: made.id, words: ' ' })).toMatchObject({
      ended: 'reason-missing',
    });
    await tell(WORKER, END_LINK_PATH, { id: made.id, words: '本人打电话说停' });
    expect(await deps.store.link(made.id)).toMatchObject({
      endedBy: { id: WORKER.id, words: '本人打电话说停' },
    });
  });
});

describe('what a helper’s phone is told', () => {
  const own = openAction({ by: MOTHER });

  test('with “see” all that the elder asked for, without it nothing, after the end nothing', async () => {
    const { link, push, pull, tell } = here;
    await push(MOTHER, own);
    expect((await pull(DAUGHTER)).events).toEqual([]);
    const { id } = await link();
    expect((await pull(DAUGHTER)).events.map(({ action }) => action.id)).toEqual([own.id]);
    await tell(MOTHER, END_LINK_PATH, { id });
    expect((await pull(DAUGHTER)).events).toEqual([]);
  });

  test('without “see” only what she filed herself', async () => {
    const { link, push, pull, clock } = here;
    const { id, until } = await link({ scopes: ['file-services'] });
    await push(MOTHER, own);
    const requestId = hexId(0xab);
    const filed = openAction({
      id: hexId(0xad),
      requestId,
      by: { id: DAUGHTER.id, role: 'helper' },
      mandate: {
        id: hexId(0x3b),
        residentId: MOTHER.id,
        residentName: '王秀兰',
        helperId: DAUGHTER.id,
        matterId: own.matterId,
        requestId,
        powers: ['fill', 'submit', 'add'],
        sensitive: [],
        from: clock.now - 1,
        until: Math.min(until, clock.now + 7 * DAY_MS),
        reason: '本人托我办',
        agreed: { how: 'linked', linkId: id },
      },
    });
    expect(await push(DAUGHTER, filed)).toMatchObject([{ verdict: 'accepted' }]);
    expect((await pull(DAUGHTER)).events.map(({ action }) => action.id)).toEqual([filed.id]);
    expect((await pull(MOTHER)).events.map(({ stamp }) => stamp.byName)).toEqual([undefined, '小芳']);

    // The link ends: what was begun under it ends with it, and the next is refused with a name.
    await here.tell(MOTHER, END_LINK_PATH, { id });
    const more = { ...own, id: hexId(0xae), requestId, kind: 'add', words: '还有', photos: [] } as const;
    const { answers: _a, matterId: _m, matterVersion: _v, ...add } = more;
    expect(await push(DAUGHTER, { ...add, by: filed.by })).toMatchObject([
      { refused: { reason: 'link-ended' } },
    ]);
    const next = { ...filed, id: hexId(0xaf), requestId: hexId(0xac) };
    expect(
      await push(DAUGHTER, { ...next, mandate: { ...next.mandate!, requestId: next.requestId } }), // it has one, above
    ).toMatchObject([{ refused: { reason: 'link-ended' } }]);
  });
});
