import { useState } from 'preact/hooks';
import { ChoiceList } from './ChoiceList.tsx';
import type { Examples } from './example.ts';

const OPTIONS = [
  { id: 'pipe', label: '水管漏水' },
  { id: 'power', label: '没有电', hint: '一个屋没电也算' },
  { id: 'lock', label: '门锁打不开' },
  { id: 'unknown', label: '说不清楚，请人来看' },
];

function Choosing({
  name,
  first,
  error,
}: {
  readonly name: string;
  readonly first?: string;
  readonly error?: string;
}) {
  const [chosen, setChosen] = useState(first);
  return (
    <ChoiceList
      name={name}
      label="是哪里坏了？"
      options={OPTIONS}
      chosen={chosen}
      onChoose={setChosen}
      error={error}
    />
  );
}

export const examples: Examples = {
  'nothing chosen': () => <Choosing name="broken-none" />,
  'one chosen': () => <Choosing name="broken-one" first="power" />,
  'passed over': () => <Choosing name="broken-error" error="请选一样：是哪里坏了" />,
};
