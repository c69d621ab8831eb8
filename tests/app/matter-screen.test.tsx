// @vitest-environment happy-dom
import { screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import * as drafts from '#storage/drafts.ts';
import { draftWith, makePhone, openAt } from '#tests/support/filing.tsx';
import { FIELDS, matter, words } from '#tests/support/make.ts';

const REPAIR = matter({ version: 99, notFor: words('家电坏了请找厂家。') });

test('before the first question the person knows what it is, what to have at hand, who answers and how long it takes', async () => {
  openAt(await makePhone({ matters: [REPAIR] }), '/matter/home-repair');
  await screen.findByRole('heading', { level: 1, name: '家里修修补补' });
  for (const said of [
    /家电坏了请找厂家/u,
    /坏处的照片/u,
    /大约 3 分钟/u,
    /社区居委会负责/u,
    /5 个工作日内/u,
    /燃气味：是/u,
    /2 小时内/u,
  ])
    expect(screen.getByText(said)).toBeTruthy();
});

test('who uses the data, why, how, which, how long and with what rights is said as a list', async () => {
  openAt(await makePhone({ matters: [REPAIR] }), '/matter/home-repair');
  const heading = await screen.findByRole('heading', { name: '您填的东西，我们这样用' });
  const part = within(heading.parentElement ?? document.body);
  for (const term of ['谁在用', '为什么', '怎么用', '哪些', '留多久', '您的权利'])
    expect(part.getByText(term)).toBeTruthy();
  expect(await part.findByText(/杨柳社区居委会.*王敏.*010-5550101/u)).toBeTruthy();
  expect(part.getByText(/最长留 365 天/u)).toBeTruthy();
  expect(part.getByText(FIELDS.map((field) => field.label['zh-CN']).join(' · '))).toBeTruthy();
});

test('the window, the telephone and a visit at home are offered beside the phone', async () => {
  openAt(await makePhone({ matters: [REPAIR] }), '/matter/home-repair');
  await screen.findByRole('heading', { name: '不用手机也能办' });
  for (const way of [/三号窗口/u, /打电话也能办/u, /上门来记/u]) expect(screen.getByText(way)).toBeTruthy();
});

test('"start" begins a draft and asks the first question', async () => {
  const phone = await makePhone({ matters: [REPAIR] });
  openAt(phone, '/matter/home-repair');
  await userEvent.click(await screen.findByRole('button', { name: '开始' }));
  await screen.findByRole('heading', { level: 1, name: '哪里坏了？' });
  expect(await drafts.list(phone.db)).toMatchObject([{ matterId: 'home-repair', matter: { version: 99 } }]);
});

test('a half-filled request of this matter is gone on with, and its version stays as it was begun', async () => {
  const phone = await makePhone({ matters: [REPAIR] });
  const id = await draftWith(phone, {}, matter({ version: 7 }));
  openAt(phone, '/matter/home-repair');
  const link = await screen.findByRole('link', { name: '接着填上次的' });
  expect(link.getAttribute('href')).toBe(`/draft/${id}/trouble`);
  expect((await drafts.find(phone.db, id))?.matter.version).toBe(7);
});

test('a matter that nobody has heard of leads to a person', async () => {
  openAt(await makePhone(), '/matter/no-such-matter');
  await screen.findByRole('heading', { level: 1, name: '这件事现在办不了' });
});
