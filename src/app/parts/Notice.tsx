/** A state as a sentence with a picture: sun = only on this phone, mint = the office has it, clay = needs you, sky = acting for somebody. */
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-names.ts';
import './notice.css';

type Props = {
  readonly tone: 'sun' | 'mint' | 'clay' | 'sky';
  readonly icon: IconName;
  readonly title: ComponentChildren;
  readonly children?: ComponentChildren;
  /** Read out when it changes, without moving the focus. */
  readonly live?: boolean | undefined;
};

export function Notice({ tone, icon, title, children, live }: Props) {
  return (
    <div class={`notice notice-${tone}`} role={live ? 'status' : undefined}>
      <Icon name={icon} />
      <div class="notice-words">
        <p class="notice-title">{title}</p>
        {children && <div class="notice-text">{children}</div>}
      </div>
    </div>
  );
}
