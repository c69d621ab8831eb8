/** The large button. Never disabled: a disabled button drops the keyboard's focus and cannot say why. */
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-names.ts';
import { Pressable } from './Pressable.tsx';
import './big-button.css';

type Props = {
  readonly children: ComponentChildren;
  readonly onPress?: (() => void) | undefined;
  /** Makes it a link. */
  readonly href?: string | undefined;
  /** `main`: the one act of the screen. `plain`: another way. `quiet`: seldom wanted. `warn`: takes something away. */
  readonly look: 'main' | 'plain' | 'quiet' | 'warn';
  readonly icon?: IconName | undefined;
  /** Its act is under way: further presses do nothing, and the words (the caller's) say so. */
  readonly busy?: boolean | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  /** The id of the form that it sends, when it stands outside that form. */
  readonly form?: string | undefined;
  /** The full spoken name; it must contain the visible words. */
  readonly label?: string | undefined;
};

export function BigButton({ children, look, icon, ...rest }: Props) {
  return (
    <Pressable class={`big-button big-button-${look}`} {...rest}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </Pressable>
  );
}
