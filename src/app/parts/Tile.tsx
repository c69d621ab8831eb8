/** A large row that leads somewhere: picture, name, and one line of what is behind it. */
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-names.ts';
import { Pressable } from './Pressable.tsx';
import './tile.css';

type Props = {
  readonly icon: IconName;
  readonly title: ComponentChildren;
  readonly line?: ComponentChildren;
  readonly href?: string | undefined;
  readonly onPress?: (() => void) | undefined;
};

export function Tile({ icon, title, line, href, onPress }: Props) {
  return (
    <Pressable class="tile" href={href} onPress={onPress}>
      <Icon name={icon} />
      <span class="tile-words">
        <span class="tile-title">{title}</span>
        {line && <span class="tile-line">{line}</span>}
      </span>
    </Pressable>
  );
}
