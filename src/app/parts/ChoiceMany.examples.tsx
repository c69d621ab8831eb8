import { useState } from 'preact/hooks';
import { ChoiceMany } from './ChoiceMany.tsx';
import type { Examples } from './example.ts';

const OPTIONS = [
  { id: 'mon-am', label: '星期一上午' },
  { id: 'mon-pm', label: '星期一下午' },
  { id: 'tue-am', label: '星期二上午', hint: '水工这天就在您这一栋' },
];

function Choosing({
  name,
  first = [],
  error,
}: {
  readonly name: string;
  readonly first?: string[];
  readonly error?: string;
}) {
  const [chosen, setChosen] = useState<readonly string[]>(first);
  return (
    <ChoiceMany
      name={name}
      label="您什么时候在家？"
      labelShown
      options={OPTIONS}
      chosen={chosen}
      onToggle={(id) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])}
      error={error}
    />
  );
}

export const examples: Examples = {
  'nothing chosen': () => <Choosing name="slots-none" />,
  'two chosen': () => <Choosing name="slots-two" first={['mon-am', 'tue-am']} />,
  'passed over': () => <Choosing name="slots-error" error="请选一个您在家的时间" />,
};
