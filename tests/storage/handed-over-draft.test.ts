import { describe, expect, test } from 'vitest';
import type { Action } from '#domain/request/action.ts';
import type { AppDatabase } from '#storage/database.ts';
import * as drafts from '#storage/drafts.ts';
import {
  followRequest,
  pick,
  sendAlone,
  takeBack,
  tellChanges,
  tellTooLate,
} from '#storage/handed-over-draft.ts';
import { isOut } from '#storage/is-out.ts';
import * as outbox from '#storage/outbox.ts';
import { shownRequest } from '#storage/shown.ts';
import { differing, withPicks } from '#storage/two-hands.ts';
import { freshDatabase } from '#tests/support/fresh-database.ts';
import { CODE, hand, handedOver, hear, step, takesOver, WORDS } from '#tests/support/handed-over.ts';
import { answers, mandate, MORNING, PHOTO, REQUEST_ID, RESIDENT } from '#tests/support/make.ts';
import { WHOLE } from '#tests/support/filing.tsx';

const typed = (words: string) => ({ type: 'typed', typed: words }) as const;
const type = (db: AppDatabase, field: string, words: string) =>
  drafts.keepEntry(db, REQUEST_ID, field, typed(words), MORNING);
const row = async (db: AppDatabase) => (await drafts.find(db, REQUEST_ID)) ?? fail();
const request = async (db: AppDatabase) => (await shownRequest(db, REQUEST_ID))?.request ?? fail();
const waiting = async (db: AppDatabase) => (await outbox.waiting(db)).map(({ action }) => action);
const newest = async (db: AppDatabase) => (await waiting(db)).at(-1);
const follow = (db: AppDatabase, at = MORNING) => followRequest(db, REQUEST_ID, at, hand(at));
const standing = async (db: AppDatabase) => (await request(db)).draft ?? fail();

function fail(): never {
  throw new Error('it is not there');
}

/** Handed over, and a worker came with the code. */
async function helped(entries = WORDS): Promise<{ db: AppDatabase; first: Action }> {
  const db = freshDatabase();
  const first = await handedOver(db, entries);
  await hear(db, first, takesOver());
  await follow(db);
  return { db, first };
}

describe('the draft stays on the phone after "help me"', () => {
  test('it is in other hands until the code runs out, and until the mandate ends once somebody came', async () => {
    const db = freshDatabase();
    const first = await handedOver(db);
    const { handedOver: mark } = await row(db);
    expect(mark).toMatchObject({ code: CODE, stepId: first.id, told: WORDS });
    expect(isOut(await row(db), MORNING + 29 * 60_000)).toBe(true);
    expect(isOut(await row(db), MORNING + 31 * 60_000)).toBe(false);
    await hear(db, first, takesOver());
    await follow(db);
    expect(isOut(await row(db), MORNING + 2 * 3_600_000)).toBe(true);
    expect(isOut(await row(db), MORNING + 8 * 3_600_000)).toBe(false);
  });

  test('the code is gone from this phone once it is used, and once it has run out', async () => {
    expect((await row((await helped()).db)).handedOver?.code).toBeUndefined();
    const db = freshDatabase();
    await handedOver(db);
    await follow(db, MORNING + 29 * 60_000);
    expect((await row(db)).handedOver?.code).toBe(CODE);
    await follow(db, MORNING + 31 * 60_000);
    expect((await row(db)).handedOver?.code).toBeUndefined();
  });

  test('its photos go along with it, and follow their words', async () => {
    const db = freshDatabase();
    const data = new ArrayBuffer(8);
    await db.files.add({ ...PHOTO, requestId: REQUEST_ID, data, state: 'draft' });
    await handedOver(db, { ...WORDS, photos: { type: 'photos', photos: [PHOTO] } });
    expect((await db.files.get(PHOTO.id))?.state).toBe('waiting');
  });
});

describe('what the resident goes on writing', () => {
  test('is told when the question is left: only what changed, once, over the own earlier words', async () => {
    const { db, first } = await helped();
    expect(await tellChanges(db, REQUEST_ID, hand())).toBe(false);
    await type(db, 'description', '水还在流，很急。');
    expect(await tellChanges(db, REQUEST_ID, hand())).toBe(true);
    expect(await newest(db)).toMatchObject({
      kind: 'fill',
      entries: { description: typed('水还在流，很急。') },
      seen: [first.id],
    });
    expect(await tellChanges(db, REQUEST_ID, hand())).toBe(false);
  });

  test('does not overwrite what the worker gave meanwhile: both stand', async () => {
    const { db } = await helped();
    const theirs = step<'fill'>({ kind: 'fill', entries: { description: typed('李梅写的') }, seen: [] });
    await hear(db, theirs);
    await type(db, 'description', '我自己又写的');
    await tellChanges(db, REQUEST_ID, hand());
    const { description = [] } = (await standing(db)).standing;
    expect(description.map(({ entry }) => entry)).toEqual([typed('李梅写的'), typed('我自己又写的')]);
  });

  test('an answer that was taken back is told as an empty one', async () => {
    const { db } = await helped();
    await drafts.keepEntry(db, REQUEST_ID, 'description', undefined, MORNING);
    await tellChanges(db, REQUEST_ID, hand());
    expect(await newest(db)).toMatchObject({ entries: { description: typed('') } });
  });

  test('a field that others are not to see is never told', async () => {
    const { db } = await helped();
    const { handedOver: mark } = await row(db);
    await db.drafts.update(REQUEST_ID, { handedOver: { ...(mark ?? fail()), withheld: ['name'] } });
    await type(db, 'name', '王秀兰');
    expect(await tellChanges(db, REQUEST_ID, hand())).toBe(false);
  });

  test('nothing more is told once it was taken back, with or without a network', async () => {
    const { db } = await helped();
    expect((await takeBack(db, REQUEST_ID, hand())).ok).toBe(true);
    expect(await newest(db)).toMatchObject({ kind: 'end-mandate' });
    await type(db, 'description', '只给自己看');
    expect(await tellChanges(db, REQUEST_ID, hand())).toBe(false);
    expect(isOut(await row(db), MORNING)).toBe(false);
    expect((await request(db)).mandateEnded).toBeDefined();
  });
});

describe('what others fill in', () => {
  test('stands on the phone as well where the resident has said nothing, and is not told back', async () => {
    const { db } = await helped();
    await hear(db, step<'fill'>({ kind: 'fill', entries: { name: typed('王秀兰') }, seen: [] }));
    await follow(db);
    expect((await row(db)).entries['name']).toEqual(typed('王秀兰'));
    expect(await tellChanges(db, REQUEST_ID, hand())).toBe(false);
  });

  test('never replaces a word of the resident’s on the phone', async () => {
    const { db } = await helped();
    await hear(db, step<'fill'>({ kind: 'fill', entries: { description: typed('改过的') }, seen: [] }));
    await follow(db);
    expect((await row(db)).entries['description']).toEqual(WORDS['description']);
    const differs = differing(await standing(db), await row(db));
    expect(differs).toMatchObject([{ field: 'description', others: [{ entry: typed('改过的') }] }]);
  });
});

describe('sending', () => {
  async function bothWrote() {
    const { db, first } = await helped(WHOLE);
    const theirs = step<'fill'>({ kind: 'fill', entries: { description: typed('改过的') }, seen: [first.id], reasons: { description: '写清楚些' } }); // prettier-ignore
    await hear(db, theirs);
    return { db, first, theirs };
  }

  test('the resident alone sends the own words: they are named, and the other’s stay readable', async () => {
    const { db, first, theirs } = await bothWrote();
    const sent = await sendAlone(db, REQUEST_ID, { entries: WHOLE, answers: answers() }, hand());
    expect(sent).toMatchObject({ ok: true, value: { chosen: { description: first.id }, seen: expect.arrayContaining([first.id, theirs.id]) } }); // prettier-ignore
    const { given, status, later } = await request(db);
    expect(status).toBe('open');
    expect(given?.['description']).toMatchObject({ teller: 'resident', earlier: [{ id: theirs.id }] });
    expect(later).toBeUndefined();
    expect(await drafts.find(db, REQUEST_ID)).toBeUndefined();
  });

  test('or the worker’s, by choice', async () => {
    const { db, theirs } = await bothWrote();
    await pick(db, REQUEST_ID, 'description', theirs.id);
    const draft = await row(db);
    const entries = withPicks(
      { entries: draft.entries, handedOver: draft.handedOver ?? fail() },
      await standing(db),
    );
    const chosen = answers({ description: { type: 'words', words: '改过的' } });
    const sent = await sendAlone(db, REQUEST_ID, { entries, answers: chosen }, hand());
    expect(sent).toMatchObject({ ok: true, value: { chosen: { description: theirs.id } } });
  });

  test('what was kept from others until now goes along, told in the same breath', async () => {
    const { name, ...told } = WHOLE;
    const { db } = await helped(told);
    await drafts.keepEntry(db, REQUEST_ID, 'name', name, MORNING);
    await sendAlone(db, REQUEST_ID, { entries: WHOLE, answers: answers() }, hand());
    expect((await waiting(db)).map(({ kind }) => kind)).toEqual(['fill', 'open']);
  });

  test('when the worker sends first the phone’s copy goes, and what it had not told yet follows as "came later"', async () => {
    const { db, first } = await helped(WHOLE);
    await type(db, 'description', '还没来得及说的');
    const open = step<'open'>({
      kind: 'open', matterId: 'home-repair', matterVersion: 1, answers: answers(),
      mandate: mandate({ residentId: RESIDENT.id, agreed: { how: 'pressed' } }),
      readBack: { at: MORNING, how: 'pressed' },
      chosen: Object.fromEntries(Object.keys(answers()).map((field) => [field, first.id])), seen: [first.id],
    }); // prettier-ignore
    await hear(db, open);
    await follow(db);
    expect(await drafts.find(db, REQUEST_ID)).toBeUndefined();
    expect((await request(db)).later).toMatchObject([{ entry: typed('还没来得及说的') }]);
    // A window that was still open: its last words go the same way.
    expect(await tellTooLate(db, REQUEST_ID, { name: typed('王秀兰，三楼') }, hand())).toBe(true);
    expect((await request(db)).later).toHaveLength(2);
  });
});
