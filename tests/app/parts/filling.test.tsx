// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { afterEach, expect, test, vi } from 'vitest';
import { ChoiceList } from '#app/parts/ChoiceList.tsx';
import { ChoiceMany } from '#app/parts/ChoiceMany.tsx';
import { DateBoxes } from '#app/parts/DateBoxes.tsx';
import { TextBox } from '#app/parts/TextBox.tsx';

afterEach(cleanup);

const OPTIONS = [
  { id: 'pipe', label: '水管漏水' },
  { id: 'power', label: '没有电', hint: '一个屋没电也算' },
];

/** The words that a control's description is made of, as a reader hears them. */
function described(element: Element): string {
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? `no #${id}`).join(' ');
}

test('nothing is chosen until the person chooses, and choosing is all that happens', async () => {
  const onChoose = vi.fn();
  render(
    <ChoiceList
      name="broken"
      label="是哪里坏了？"
      options={OPTIONS}
      chosen={undefined}
      onChoose={onChoose}
    />,
  );
  expect(screen.getByRole('radiogroup', { name: '是哪里坏了？' })).toBeTruthy();
  expect(screen.queryAllByRole('radio', { checked: true })).toEqual([]);

  await userEvent.click(screen.getByText('没有电'));
  expect(onChoose.mock.calls).toEqual([['power']]);
});

test('a row’s name is its label; its hint is heard after it', () => {
  render(
    <ChoiceList
      name="broken"
      label="是哪里坏了？"
      options={OPTIONS}
      chosen="power"
      onChoose={() => undefined}
    />,
  );
  const row = screen.getByRole('radio', { name: '没有电', checked: true });
  expect(described(row)).toBe('一个屋没电也算');
});

test('a question passed over says so at its group, and the summary’s link finds the first row', () => {
  render(
    <ChoiceList
      name="broken"
      label="是哪里坏了？"
      options={OPTIONS}
      chosen={undefined}
      onChoose={() => undefined}
      error="请选一样"
    />,
  );
  const group = screen.getByRole('radiogroup');
  expect(described(group)).toBe('请选一样');
  expect(group.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById('broken')).toBe(screen.getByRole('radio', { name: '水管漏水' }));
});

test('of many rows any number can be on, and each is put on and off by itself', async () => {
  const onToggle = vi.fn();
  render(
    <ChoiceMany
      name="slots"
      label="什么时候在家？"
      options={OPTIONS}
      chosen={['pipe']}
      onToggle={onToggle}
      error="请选一个"
    />,
  );
  expect(screen.getByRole('checkbox', { name: '水管漏水', checked: true })).toBeTruthy();
  expect(described(screen.getByRole('group', { name: '什么时候在家？' }))).toBe('请选一个');
  await userEvent.click(screen.getByRole('checkbox', { name: '没有电', checked: false }));
  expect(onToggle.mock.calls).toEqual([['power']]);
});

test('a box says its hint, what is wrong and its unit, and keeps every character', async () => {
  function Money() {
    const [text, setText] = useState('');
    return (
      <TextBox
        id="money"
        label="多少钱？"
        hint="大约就行"
        error="请写数字"
        suffix="元"
        maxLength={5}
        value={text}
        onInput={setText}
      />
    );
  }
  render(<Money />);
  const box = screen.getByRole('textbox', { name: '多少钱？' });
  expect(described(box)).toBe('大约就行 请写数字 元');
  expect(box.getAttribute('aria-invalid')).toBe('true');

  await userEvent.type(box, '两百多块吧');
  expect(box).toHaveProperty('value', '两百多块吧');
  expect(described(box)).toContain('5 / 5');
});

test('leaving a box is told to the screen, and judges nothing', async () => {
  const onLeave = vi.fn();
  render(
    <TextBox
      id="words"
      label="您慢慢说"
      labelHidden
      lines={4}
      value=""
      onInput={() => undefined}
      onLeave={onLeave}
    />,
  );
  const box = screen.getByRole('textbox', { name: '您慢慢说' });
  await userEvent.click(box);
  await userEvent.tab();
  expect(onLeave).toHaveBeenCalledOnce();
  expect(box.getAttribute('aria-invalid')).toBeNull();
});

test('a date has three empty boxes with their own names, and gives all three back', async () => {
  const onInput = vi.fn();
  render(
    <DateBoxes
      id="born"
      label="您的生日"
      labels={{ year: '年', month: '月', day: '日' }}
      value={{ year: '1948', month: '', day: '' }}
      onInput={onInput}
      error="请写上月和日"
    />,
  );
  expect(described(screen.getByRole('group', { name: '您的生日' }))).toBe('请写上月和日');
  await userEvent.type(screen.getByRole('textbox', { name: '月' }), '3');
  expect(onInput.mock.calls).toEqual([[{ year: '1948', month: '3', day: '' }]]);
  expect(document.getElementById('born')).toBe(screen.getByRole('textbox', { name: '年' }));
});
