import { DRAWINGS } from './icon-drawings.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-names.ts';
import type { Examples } from './example.ts';

export const examples: Examples = {
  all: () => (
    <ul style={{ display: 'flex', flexWrap: 'wrap', gap: '20px', listStyle: 'none', color: 'var(--act)' }}>
      {(Object.keys(DRAWINGS) as IconName[]).map(
        (
          name, // the keys of a Record<IconName, …>
        ) => (
          <li key={name} style={{ width: '7rem', textAlign: 'center' }}>
            <Icon name={name} />
            <div>{name}</div>
          </li>
        ),
      )}
    </ul>
  ),
};
