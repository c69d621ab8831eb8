// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/preact';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettings, writeSettings } from '#storage/device.ts';
import { openDatabase } from '#storage/database.ts';
import { until } from '../support/clock.ts';
import { hexId, MORNING } from '../support/make.ts';
import { button, happened, heading, link, NUMBER_SPOKEN, phone } from './after-filing-stage.tsx';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe('settings', () => {
  it('shows a size at once and has it again after a restart', async () => {
    const own = await phone();
    own.opens('/settings');
    await own.user.click(await screen.findByLabelText('最大'));
    expect(document.documentElement.dataset['size']).toBe('30');
    expect(readSettings().size).toBe('30');
  });

  it('changes the language in one tap, in its own script, and the document with it', async () => {
    const own = await phone();
    own.opens('/settings');
    const english = await button('English');
    expect(english.querySelector('[lang="en"]')).toBeTruthy();
    await own.user.click(english);
    await heading('Text size, language and colours');
    expect(document.documentElement.lang).toBe('en');
    expect(readSettings().language).toBe('en');
  });

  it('says how much has not been sent, and sends it now when asked', async () => {
    const own = await phone({ news: { at: 'offline', lastDoneAt: MORNING } });
    await own.files();
    own.opens('/settings');
    expect(await screen.findByText('有 1 样还没有送到社区')).toBeTruthy();
    expect(screen.getByText('现在没有网络。有了就自动送。')).toBeTruthy();
    expect(screen.getByText('上一次连上社区：今天 10:00')).toBeTruthy();
    await own.user.click(await button('现在就送'));
    expect(own.nudges).toHaveLength(1);
  });

  it('says in words whether the phone keeps things for good', async () => {
    const own = await phone();
    await own.db.meta.put({ key: 'persist', value: false });
    own.opens('/settings');
    expect(await screen.findByText('手机没地方时可能会清掉。请早些连上网络。')).toBeTruthy();
  });

  it('removes everything from this phone in two steps', async () => {
    const left: string[] = [];
    const own = await phone({ leave: () => left.push('left') });
    await own.hears(happened('open'));
    localStorage.setItem('bangban-account', hexId(7));
    localStorage.setItem('bangban-workers', 'somebody at the hall');
    own.opens('/settings');
    await own.user.click(await button('清掉这部手机上记的'));
    expect(screen.getByText(/社区已经收到的，照样办/u)).toBeTruthy();
    expect(left).toEqual([]);
    await own.user.click(await button('都清掉'));
    await until(() => left.length === 1, 'leaving the page');
    expect(await Dexie.exists(own.db.name)).toBe(false);
    expect(localStorage.getItem('bangban-account')).toBeNull();
    expect(localStorage.getItem('bangban-workers')).toBe('somebody at the hall');
  });

  it('removes nothing while something is unsent, until that is said in words', async () => {
    const left: string[] = [];
    const own = await phone({ leave: () => left.push('left') });
    await own.files();
    own.opens('/settings');
    await own.user.click(await button('清掉这部手机上记的'));
    await own.user.click(await button('都清掉'));
    expect(await screen.findByText('请选一个：没送到的怎么办？')).toBeTruthy();
    expect(await own.db.outbox.count()).toBe(1);
    expect(left).toEqual([]);
    await own.user.click(screen.getByLabelText('没送到的也不要了'));
    await own.user.click(await button('都清掉'));
    await until(() => left.length === 1, 'leaving the page');
  });
});

describe('help without a network', () => {
  it('has the telephone, the window, its hours and the emergency lines', async () => {
    const own = await phone();
    own.opens('/help');
    expect((await link('打电话给社区')).getAttribute('href')).toBe('tel:010-5550100');
    expect(screen.getByText('杨柳街1号')).toBeTruthy();
    expect(screen.getByText('周一到周五，九点到五点半')).toBeTruthy();
    const calls = screen.getAllByRole('link').map((one) => one.getAttribute('href'));
    for (const line of ['tel:110', 'tel:119', 'tel:120']) expect(calls).toContain(line);
  });

  it('shows the number to be dialled elsewhere on a shared machine', async () => {
    const own = await phone({ base: '/kiosk' });
    own.opens('/help');
    expect(await screen.findByText('010-5550100')).toBeTruthy();
    expect(screen.queryByRole('link', { name: '打电话给社区' })).toBeNull();
  });
});

describe('about', () => {
  it('names the operator, the filing number and who answers for the data', async () => {
    const own = await phone();
    own.opens('/about');
    expect(await screen.findByText('杨柳社区居委会')).toBeTruthy();
    expect(screen.getByText('demo')).toBeTruthy();
    expect(screen.getByText('王敏')).toBeTruthy();
    expect((await link('010-5550101')).getAttribute('href')).toBe('tel:010-5550101');
    expect(screen.getByText(/Apache-2\.0/u)).toBeTruthy();
  });
});

describe('the end of a visit at a shared machine', () => {
  const visit = async () => {
    const left: string[] = [];
    const db = openDatabase(`visit-${crypto.randomUUID()}`);
    const own = await phone({ base: '/kiosk', db, leave: () => left.push('left') });
    return { ...own, left };
  };

  it('shows the number to take along, and leaves nothing behind', async () => {
    const own = await visit();
    await own.hears(happened('open'));
    writeSettings({ size: '30', theme: 'contrast', started: true });
    own.opens('/finish-visit');
    expect(await screen.findByText(NUMBER_SPOKEN)).toBeTruthy();
    await own.user.click(await button('办完了，清掉'));
    await until(() => own.left.length === 1, 'leaving the page');
    expect(await Dexie.exists(own.db.name)).toBe(false);
    expect(readSettings()).toMatchObject({ size: '20', theme: 'day', started: false });
  });

  it('says honestly that something is unsent, and how else to tell the office', async () => {
    const own = await visit();
    await own.files();
    own.opens('/finish-visit');
    expect(await screen.findByText('还有东西没有送到社区')).toBeTruthy();
    expect(await screen.findByText('等不了，可以到窗口说：杨柳街1号，电话 010-5550100。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '办完了，清掉' })).toBeNull();
    await own.user.click(await button('再送一次'));
    expect(own.nudges).toHaveLength(1);
  });

  it('tells a person who waits when it has been sent', async () => {
    const own = await visit();
    await own.files();
    own.opens('/finish-visit');
    await screen.findByText('还有东西没有送到社区');
    await own.db.outbox.clear();
    expect(await screen.findByText('没有东西等着送')).toBeTruthy();
  });

  it('clears nothing on somebody’s own phone', async () => {
    const own = await phone();
    own.opens('/finish-visit');
    expect(await screen.findByText('这是您自己的手机，东西都留着。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /清掉/u })).toBeNull();
  });
});
