// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Field } from '#domain/matter/matter.ts';
import { readPlace } from '#storage/place.ts';
import * as drafts from '#storage/drafts.ts';
import { remember } from '#storage/remembered.ts';
import { draftWith, makePhone, openAt, WHOLE, type Phone } from '#tests/support/filing.tsx';
import { matter, words } from '#tests/support/make.ts';

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const next = () => userEvent.click(screen.getByRole('button', { name: '下一步' }));
const entryOf = async ({ db }: Phone, id: string, field: string) =>
  (await drafts.find(db, id))?.entries[field];

async function ask(
  field: string,
  over: { readonly phone?: Phone; readonly entries?: Parameters<typeof draftWith>[1] } = {},
) {
  const phone = over.phone ?? (await makePhone());
  const id = await draftWith(phone, over.entries);
  openAt(phone, `/draft/${id}/${field}`);
  return { phone, id };
}

test('nothing is chosen beforehand, and nothing is a drop-down list', async () => {
  await ask('trouble');
  await heading('哪里坏了？');
  for (const radio of screen.getAllByRole('radio')) expect(radio).toHaveProperty('checked', false);
  expect(document.querySelector('select')).toBeNull();
});

test('a choice is on the phone at once, and choosing does not move on by itself', async () => {
  const { phone, id } = await ask('trouble');
  await userEvent.click(await screen.findByRole('radio', { name: '水管' }));
  await waitFor(async () =>
    expect(await entryOf(phone, id, 'trouble')).toEqual({ type: 'choice', choice: 'water' }),
  );
  expect(window.location.pathname).toBe(`/draft/${id}/trouble`);
});

test('words are on the phone a moment after the first key, without leaving the box', async () => {
  const { phone, id } = await ask('description');
  await userEvent.type(await screen.findByRole('textbox'), '漏');
  await waitFor(async () =>
    expect(await entryOf(phone, id, 'description')).toEqual({ type: 'typed', typed: '漏' }),
  );
});

test('words are on the phone when the page is hidden, however soon after the last key', async () => {
  const { phone, id } = await ask('description');
  const box = await screen.findByRole('textbox');
  vi.useFakeTimers({ toFake: ['setTimeout'] }); // the moment after the key never comes
  fireEvent.input(box, { target: { value: '水管漏水' } });
  document.dispatchEvent(new Event('visibilitychange'));
  vi.useRealTimers();
  await waitFor(async () =>
    expect(await entryOf(phone, id, 'description')).toEqual({ type: 'typed', typed: '水管漏水' }),
  );
});

test('a killed tab opens again at the same question with the same words', async () => {
  const { phone, id } = await ask('description');
  await userEvent.type(await screen.findByRole('textbox'), '厨房漏水');
  await userEvent.tab();
  await waitFor(async () => expect((await drafts.find(phone.db, id))?.place).toBe('description'));
  const place = await vi.waitFor(async () => {
    const kept = await readPlace(phone.db);
    expect(kept).toBe(`/draft/${id}/description`);
    return kept;
  });

  openAt(phone, place ?? '');
  expect(await screen.findByDisplayValue('厨房漏水')).toBeTruthy();
});

test('a missing answer is said only at "continue": above the heading, beside the question, in the title', async () => {
  const { id } = await ask('name');
  const box = await screen.findByRole('textbox');
  await userEvent.click(box);
  await userEvent.tab();
  expect(screen.queryByRole('alert')).toBeNull();

  await next();
  const summary = await screen.findByRole('alert');
  await waitFor(() => expect(document.activeElement).toBe(summary));
  expect(within(summary).getByRole('link', { name: '请填写：姓名' })).toBeTruthy();
  expect(box.getAttribute('aria-describedby')).toContain('error');
  expect(document.title).toMatch(/^请再看看：/u);
  expect(window.location.pathname).toBe(`/draft/${id}/name`);
});

test('a wrong number stays as it was typed, and the sentence says what to do', async () => {
  await ask('telephone');
  await userEvent.type(await screen.findByRole('textbox'), '1380013');
  await next();
  expect(await screen.findAllByText(/手机号是11位/u)).not.toHaveLength(0);
  expect(screen.getByDisplayValue('1380013')).toBeTruthy();
});

test('back goes to the question before, with both answers kept; from the first it goes to the matter', async () => {
  const { phone, id } = await ask('description', {
    entries: { trouble: { type: 'choice', choice: 'other' } },
  });
  await userEvent.type(await screen.findByRole('textbox'), '门坏了');
  await userEvent.click(screen.getByRole('button', { name: /返回/u }));
  await heading('哪里坏了？');
  expect(screen.getByRole('radio', { name: '别的' })).toHaveProperty('checked', true);
  expect(await entryOf(phone, id, 'description')).toEqual({ type: 'typed', typed: '门坏了' });

  await userEvent.click(screen.getByRole('button', { name: /返回/u }));
  await waitFor(() => expect(window.location.pathname).toBe('/matter/home-repair'));
});

test('a question that hangs on an answer is asked only then', async () => {
  const { phone, id } = await ask('trouble');
  await userEvent.click(await screen.findByRole('radio', { name: '燃气' }));
  await next();
  await heading('闻到燃气味吗？');

  openAt(phone, `/draft/${id}/trouble`);
  await userEvent.click(await screen.findByRole('radio', { name: '水管' }));
  await next();
  await heading('请说说情况。');
});

test('"of so many" is said only where no answer can still change it', async () => {
  await ask('trouble');
  expect(await screen.findByText('第 1 题')).toBeTruthy();
  await ask('description', { entries: { trouble: { type: 'choice', choice: 'water' } } });
  expect(await screen.findByText('第 2 题，共 7 题')).toBeTruthy();
});

test('"continue" pressed twice by a trembling hand goes one question on', async () => {
  await ask('trouble', { entries: { trouble: { type: 'choice', choice: 'water' } } });
  await screen.findByRole('radio', { name: '水管' });
  const button = screen.getByRole('button', { name: '下一步' });
  const before = window.history.length;
  button.click();
  button.click();
  await heading('请说说情况。');
  expect(window.history.length).toBe(before + 1);
});

test('danger shows the telephone at once, and going on stays possible', async () => {
  await ask('smell', { entries: { trouble: { type: 'choice', choice: 'gas' } } });
  await userEvent.click(await screen.findByRole('radio', { name: '是' }));
  expect((await screen.findByRole('link', { name: '打给社区 010-5550100' })).getAttribute('href')).toBe(
    'tel:010-5550100',
  );
  await next();
  await heading('请说说情况。');
});

test('"I do not know" is an answer like any other', async () => {
  const { phone, id } = await ask('smell', { entries: { trouble: { type: 'choice', choice: 'gas' } } });
  await userEvent.click(await screen.findByRole('radio', { name: '我不知道' }));
  await waitFor(async () => expect(await entryOf(phone, id, 'smell')).toEqual({ type: 'unknown' }));
});

test('what was written last time is offered again, and is kept when the person goes on', async () => {
  const phone = await makePhone();
  await remember(phone.db, matter(), { name: { type: 'typed', typed: '王秀兰' } });
  const { id } = await ask('name', { phone });
  expect(await screen.findByDisplayValue('王秀兰')).toBeTruthy();
  expect(screen.getByText('这是上次填的，可以改。')).toBeTruthy();
  await next();
  await heading('您的电话？');
  expect(await entryOf(phone, id, 'name')).toEqual({ type: 'typed', typed: '王秀兰' });
});

test('a shared machine offers nobody the last person’s words', async () => {
  const phone = await makePhone({ base: '/kiosk' });
  await remember(phone.db, matter(), { name: { type: 'typed', typed: '王秀兰' } });
  const id = await draftWith(phone);
  openAt(phone, `/kiosk/draft/${id}/name`);
  expect(await screen.findByRole('textbox')).toHaveProperty('value', '');
});

test('an optional answer can be taken back', async () => {
  const slots = { type: 'slots', slots: [{ date: '2026-03-05', part: 'morning' }] } as const;
  const { phone, id } = await ask('slots', { entries: { ...WHOLE, slots } });
  await userEvent.click(await screen.findByRole('button', { name: '这一题不填，往下走' }));
  await heading('怎么称呼您？');
  expect(await entryOf(phone, id, 'slots')).toBeUndefined();
});

test('each of the twelve types of question can be asked', async () => {
  const common = { question: words('问题？'), label: words('项'), why: words('为了办事。'), keepDays: 30 };
  const options = [{ id: 'one', label: words('一') }];
  const fields: readonly Field[] = [
    { ...common, id: 'f1', type: 'text', maxLength: 20 },
    { ...common, id: 'f2', type: 'long-text', maxLength: 20 },
    { ...common, id: 'f3', type: 'telephone' },
    { ...common, id: 'f4', type: 'resident-id' },
    { ...common, id: 'f5', type: 'date', range: 'past', unknown: true },
    { ...common, id: 'f6', type: 'slots', most: 2, days: 3 },
    { ...common, id: 'f7', type: 'choice', options },
    { ...common, id: 'f8', type: 'choices', options },
    { ...common, id: 'f9', type: 'money', mostYuan: 100 },
    { ...common, id: 'f10', type: 'yes-no' },
    { ...common, id: 'f11', type: 'address' },
    { ...common, id: 'f12', type: 'photos', most: 3 },
  ];
  const phone = await makePhone();
  const id = await draftWith(phone, {}, matter({ fields }));
  for (const field of fields) {
    openAt(phone, `/draft/${id}/${field.id}`);
    await heading('问题？');
    expect(screen.getByText('为什么问：为了办事。')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: '下一步' })).toHaveLength(1);
  }
});

test('"I do not know" under a box gives the words back when it is taken back', async () => {
  const field: Field = {
    id: 'born', type: 'date', range: 'past', unknown: true, question: words('哪年生的？'), label: words('生日'),
    why: words('算年纪。'), keepDays: 30,
  }; // prettier-ignore
  const phone = await makePhone();
  const id = await draftWith(phone, {}, matter({ fields: [field] }));
  openAt(phone, `/draft/${id}/born`);
  await userEvent.type(await screen.findByRole('textbox', { name: '年' }), '1950');
  const unknown = screen.getByRole('checkbox', { name: '我不知道' });
  await userEvent.click(unknown);
  await waitFor(async () => expect(await entryOf(phone, id, 'born')).toEqual({ type: 'unknown' }));
  await userEvent.click(unknown);
  expect(await screen.findByDisplayValue('1950')).toBeTruthy();
});

test('when the phone cannot keep it, the words stay on the screen and the person is told', async () => {
  const { phone } = await ask('description');
  const box = await screen.findByRole('textbox');
  phone.db.drafts.hook('updating', () => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  fireEvent.input(box, { target: { value: '水管漏水' } });
  await next();
  expect(await screen.findByText('手机没能记住刚才填的')).toBeTruthy();
  await next();
  await heading('请说说情况。');
  expect(screen.getByDisplayValue('水管漏水')).toBeTruthy();
});
