/** One picture, always beside a word that says the same; hidden from readers for that reason. */
import { DRAWINGS } from './icon-drawings.ts';
import type { IconName } from './icon-names.ts';
import './icon.css';

export function Icon({ name }: { readonly name: IconName }) {
  const { lines, dot } = DRAWINGS[name];
  return (
    <svg class="icon" viewBox="0 0 44 44" aria-hidden="true" focusable="false">
      <path d={lines} />
      {dot && <circle class="icon-dot" cx={dot[0]} cy={dot[1]} r={dot[2]} />}
    </svg>
  );
}
