import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { LEFT_MOST_MS, sweepVisits } from '#kiosk/sweep.ts';
import { openDatabase } from '#storage/database.ts';
import { accepted, keep } from '#storage/outbox.ts';
import '../support/fresh-database.ts';
import { answers, hexId, MORNING, OFFICE_ID, REQUEST_ID, RESIDENT } from '../support/make.ts';

let made = 0x700;
const newId = () => hexId((made += 1));

afterEach(async () => {
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function leftBehind(id: string, unsent: boolean): Promise<string> {
  const db = openDatabase(id);
  await db.open();
  if (unsent) {
    const open = { kind: 'open', matterId: 'home-repair', matterVersion: 1, answers: answers() } as const;
    await keep(
      db,
      { ...open, requestId: REQUEST_ID, officeId: OFFICE_ID },
      { by: RESIDENT, at: MORNING, newId },
    );
  }
  db.close();
  return db.name;
}

const soon = () => MORNING + 60_000;

describe('when the shared machine starts again after a power cut', () => {
  it('nothing of earlier visits is left; the visit that begins and other accounts are', async () => {
    await leftBehind('visit-old', false);
    const keepName = await leftBehind('visit-new', false);
    const ownPhone = await leftBehind(hexId(7), false);
    expect(await sweepVisits(keepName, { now: soon, locks: undefined })).toEqual({ deleted: 1, left: 0 });
    expect((await Dexie.getDatabaseNames()).sort()).toEqual([keepName, ownPhone].sort());
  });

  it('an unsent request is offered to the office before its visit is deleted', async () => {
    const name = await leftBehind('visit-old', true);
    const swept = await sweepVisits('bangban-visit-new', {
      now: soon,
      locks: undefined,
      send: async (db) => {
        const row = await db.outbox.toCollection().first();
        if (row) await accepted(db, row.id);
      },
    });
    expect(swept).toEqual({ deleted: 1, left: 0 });
    expect(await Dexie.exists(name)).toBe(false);
  });

  it('an unsent request waits for the line, but never overnight', async () => {
    const name = await leftBehind('visit-old', true);
    const offline = { locks: undefined, send: () => Promise.resolve() };
    expect(await sweepVisits('bangban-visit-new', { ...offline, now: soon })).toEqual({
      deleted: 0,
      left: 1,
    });
    expect(await Dexie.exists(name)).toBe(true);
    const nextDay = () => MORNING + LEFT_MOST_MS + 1;
    expect(await sweepVisits('bangban-visit-new', { ...offline, now: nextDay })).toEqual({
      deleted: 1,
      left: 0,
    });
    expect(await Dexie.exists(name)).toBe(false);
  });

  it('a visit that goes on in another window is left alone', async () => {
    const other = await leftBehind('visit-other-window', false);
    const held: string[] = [other];
    const locks = {
      request: (name: string) => Promise.resolve(held.push(name)),
      query: () => Promise.resolve({ held: held.map((name) => ({ name })) }),
    } as unknown as LockManager; // the two ways in which it is asked
    expect(await sweepVisits('bangban-visit-new', { now: soon, locks })).toEqual({ deleted: 0, left: 0 });
    expect(held).toContain('bangban-visit-new');
  });
});
