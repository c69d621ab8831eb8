// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { endVisit, leaveForStart } from '#kiosk/end-visit.ts';
import { visitId } from '#kiosk/visit-id.ts';
import { openDatabase } from '#storage/database.ts';
import { readSettings, writeSettings } from '#storage/device.ts';
import * as drafts from '#storage/drafts.ts';
import * as files from '#storage/files.ts';
import { keepHalf } from '#storage/half-words.ts';
import { writePlace } from '#storage/place.ts';
import '../support/fresh-database.ts';
import { hexId, matter, MORNING, PHOTO, REQUEST_ID } from '../support/make.ts';

let made = 0;
const newId = () => hexId((made += 1));

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

async function aVisit() {
  const id = visitId(newId);
  const db = openDatabase(id);
  await drafts.begin(db, { id: REQUEST_ID, matter: matter(), at: MORNING });
  await drafts.keepEntry(db, REQUEST_ID, 'name', { type: 'typed', typed: '王秀兰' }, MORNING);
  await files.add(db, { ...PHOTO, requestId: REQUEST_ID, data: new ArrayBuffer(8), state: 'draft' });
  await keepHalf(db, REQUEST_ID, 'add', 'words', { type: 'typed', typed: '王秀兰家' });
  await writePlace(db, `/kiosk/draft/${REQUEST_ID}/name`);
  writeSettings({ language: 'en', size: '30', theme: 'contrast', started: true });
  return { id, db };
}

const kept = (storage: Storage) =>
  Array.from({ length: storage.length }, (_, place) => {
    const key = storage.key(place) ?? '';
    return [key, storage.getItem(key)];
  });

/** What the browser has of this site, as text. */
const everything = async () =>
  JSON.stringify([
    await Dexie.getDatabaseNames(),
    kept(localStorage),
    kept(sessionStorage),
    document.body.innerHTML,
  ]);

describe('after a visit was ended', () => {
  it('has not one personal byte in any store (KSK-2)', async () => {
    const { id, db } = await aVisit();
    document.body.innerHTML = '<main>王秀兰</main>';
    await endVisit({ db, caches: undefined, leave: () => document.body.replaceChildren() });
    const left = await everything();
    for (const trace of [id, REQUEST_ID, '王秀兰']) expect(left).not.toContain(trace);
  });

  it('gives the next person the first size and language, and an account of their own', async () => {
    const { id, db } = await aVisit();
    await endVisit({ db, caches: undefined, leave: () => undefined });
    expect(readSettings()).toEqual({
      language: 'zh-CN',
      size: '20',
      theme: 'day',
      speed: '0.9',
      chinese: 'cmn',
      every: false,
      started: false,
    });
    expect(visitId(newId)).not.toBe(id);
  });

  it('keeps the app’s own files for the next start, and no other cache', async () => {
    const { db } = await aVisit();
    const names = ['workbox-precache-v2-https://bangban/', 'somebody’s pictures'];
    const gone: string[] = [];
    const caches = {
      keys: () => Promise.resolve(names),
      delete: (name: string) => Promise.resolve(gone.push(name) > 0),
    };
    await endVisit({ db, caches, leave: () => undefined });
    expect(gone).toEqual(['somebody’s pictures']);
  });

  it('leaves the page only once everything is gone', async () => {
    const { db } = await aVisit();
    let goneBefore: boolean | undefined;
    await endVisit({ db, caches: undefined, leave: () => (goneBefore = !db.isOpen()) });
    expect(goneBefore).toBe(true);
    expect(await Dexie.getDatabaseNames()).not.toContain(db.name);
  });

  it('empties the page, so that going back shows nothing', () => {
    document.body.innerHTML = '<main>王秀兰</main>';
    leaveForStart();
    expect(document.body.innerHTML).toBe('');
  });
});

describe('a visit that goes on', () => {
  it('is the same visit after a reload of the tab', () => {
    expect(visitId(newId)).toBe(visitId(newId));
  });
});
