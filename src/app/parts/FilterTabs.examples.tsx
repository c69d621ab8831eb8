import { useState } from 'preact/hooks';
import type { Examples } from './example.ts';
import { FilterTabs } from './FilterTabs.tsx';

const TABS = [
  { id: 'open', label: '等人接', count: 12 },
  { id: 'mine', label: '我的', count: 5 },
  { id: 'soon', label: '快到期', count: 2 },
  { id: 'late', label: '迟了', count: 0 },
];

function Choosing() {
  const [chosen, setChosen] = useState('open');
  return <FilterTabs label="看哪些事" tabs={TABS} chosen={chosen} onChoose={setChosen} />;
}

export const examples: Examples = { queue: () => <Choosing /> };
