/** The hall's ways to look at the queue: one is on, each says how many it holds. */
import { Pressable } from './Pressable.tsx';
import './filter-tabs.css';

type Props = {
  readonly label: string;
  readonly tabs: readonly {
    readonly id: string;
    readonly label: string;
    readonly count?: number | undefined;
  }[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
};

export function FilterTabs({ label, tabs, chosen, onChoose }: Props) {
  return (
    <fieldset class="filters" aria-label={label}>
      {tabs.map((tab) => (
        <Pressable key={tab.id} class="filter" pressed={tab.id === chosen} onPress={() => onChoose(tab.id)}>
          {tab.label}
          {tab.count !== undefined && <span class="filter-count"> {tab.count}</span>}
        </Pressable>
      ))}
    </fieldset>
  );
}
