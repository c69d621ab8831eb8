// @vitest-environment happy-dom
import { cleanup, configure, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { Deps } from '#app/deps.ts';
import { startWords } from '#app/i18n.ts';
import { ResidentApp } from '#app/resident/ResidentApp.tsx';
import type { Event } from '#domain/request/action.ts';
import { applyPage } from '#storage/facts.ts';
import { keepMatter } from '#storage/matters.ts';
import { keepOffice } from '#storage/office.ts';
import * as outbox from '#storage/outbox.ts';
import { freshDatabase } from '#tests/support/fresh-database.ts';
import { newId, step } from '#tests/support/handed-over.ts';
import {
  matter,
  MORNING,
  office,
  OFFICE_ID,
  openFor,
  REQUEST_ID,
  RESIDENT,
  stamp,
} from '#tests/support/make.ts';

configure({ asyncUtilTimeout: 15_000 });
afterEach(cleanup);

const DAY = 86_400_000;
const OPEN = openFor({ residentId: RESIDENT.id });
const filed = (over: Partial<Event['stamp']> = {}): Event => ({
  action: OPEN,
  stamp: { ...stamp('open'), byName: '李梅', ...over },
});

/** A request that a worker filed for this resident, and what the office's log has after it. */
async function phone(events: readonly Event[], at = MORNING + DAY) {
  await startWords('zh-CN', ['first', 'rest']);
  localStorage.setItem('bangban-settings', JSON.stringify({ started: true }));
  const db = freshDatabase();
  await keepMatter(db, matter());
  await keepOffice(db, office(), {}, 0);
  const numbered = events.map(({ action, stamp: one }, place) => ({
    action,
    stamp: { ...one, seq: place + 1 },
  }));
  await applyPage(db, { after: 0, next: events.length, h: 'h', more: false, events: numbered });
  const deps: Deps = {
    db, now: () => at, newId, person: RESIDENT, base: '', officeId: OFFICE_ID, nudgeSync: () => undefined,
    syncNews: { current: () => ({ at: 'idle' }), listen: () => () => undefined },
    call: () => Promise.reject(new TypeError('no line')),
  }; // prettier-ignore
  return {
    newest: async () => (await outbox.waiting(db)).at(-1)?.action,
    opens: (path: string) => {
      window.history.replaceState(null, '', path);
      return render(<ResidentApp deps={deps} startsAt="home" />);
    },
  };
}

const user = userEvent.setup();
const press = async (name: string) => user.click(await screen.findByRole('button', { name }));
const objects = step<'object'>({ kind: 'object', about: OPEN.id, words: '' }, MORNING + 60_000, RESIDENT);
const of = (action: Event['action'], over: Partial<Event['stamp']> = {}): Event => ({
  action,
  stamp: { seq: 0, receivedAt: action.at, ...over },
});

test('everything others did is listed in plain sentences, with one press to say that it is not right', async () => {
  const own = await phone([filed()]);
  own.opens('/');
  await user.click(await screen.findByRole('link', { name: '替我办的事' }));
  await screen.findByText('李梅替您交了“家里修修补补”');
  await user.click(screen.getByRole('link', { name: /^这不对/u }));
  await press('我说：这不对');
  await screen.findByText('您说这不对，还没告诉社区');
  expect(await own.newest()).toMatchObject({ kind: 'object', about: OPEN.id, words: '' });
});

test('who filed alone finds no such link', async () => {
  const own = await phone([]);
  own.opens('/');
  await screen.findByRole('link', { name: '我办过的事' });
  expect(screen.queryByRole('link', { name: '替我办的事' })).toBeNull();
});

test('after seven days there is no button that would be refused, but another way', async () => {
  const own = await phone([filed()], MORNING + 8 * DAY);
  own.opens('/done-for-me');
  await screen.findByText('觉得不对，请打电话，或者到窗口来说。');
  expect(screen.queryByRole('link', { name: /^这不对/u })).toBeNull();
});

test('it says that all has stopped, and afterwards which supervisor settled it and how', async () => {
  const stopped = await phone([filed(), of(objects)]);
  stopped.opens('/done-for-me');
  await screen.findByText('您说了这不对，先停下了');
  cleanup();
  const settle = step<'settle'>({ kind: 'settle', outcome: 'goes-on', words: '问过了' }, MORNING + 120_000, { id: 'worker-9', role: 'supervisor' }); // prettier-ignore
  const settled = await phone([filed(), of(objects), of(settle, { byName: '王海燕' })]);
  settled.opens('/done-for-me');
  await screen.findByText('主管王海燕问过您，接着办');
});

test('a mandate that still holds is shown on the request, and taken back in one tap', async () => {
  const own = await phone([filed()], MORNING + 3_600_000);
  own.opens(`/request/${REQUEST_ID}`);
  await screen.findByText('李梅现在可以替您办');
  await press('收回来');
  await waitFor(async () => expect(await own.newest()).toMatchObject({ kind: 'end-mandate' }));
  await waitFor(() => expect(screen.queryByText('李梅现在可以替您办')).toBeNull());
});

test('what waits for the resident’s own yes gets it in one press', async () => {
  const own = await phone([filed({ awaits: 'resident' })]);
  own.opens(`/request/${REQUEST_ID}`);
  await press('对，是我要办的');
  await screen.findByText('您点头了，还没告诉社区');
  expect(await own.newest()).toMatchObject({ kind: 'agree' });
});
