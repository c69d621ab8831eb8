import { useState } from 'preact/hooks';
import { DateBoxes } from './DateBoxes.tsx';
import type { Examples } from './example.ts';

const LABELS = { year: '年', month: '月', day: '日' };
const EMPTY = { year: '', month: '', day: '' };

function Dating({
  id,
  first = EMPTY,
  error,
}: {
  readonly id: string;
  readonly first?: typeof EMPTY;
  readonly error?: string;
}) {
  const [value, setValue] = useState(first);
  return (
    <DateBoxes
      id={id}
      label="您的生日"
      labelShown
      hint="比如 1948 年 3 月 9 日"
      value={value}
      labels={LABELS}
      onInput={setValue}
      error={error}
    />
  );
}

export const examples: Examples = {
  empty: () => <Dating id="birthday" />,
  mistaken: () => (
    <Dating
      id="birthday-error"
      first={{ year: '1948', month: '13', day: '9' }}
      error="没有第 13 月，请看看月份"
    />
  ),
};
