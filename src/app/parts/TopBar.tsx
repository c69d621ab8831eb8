/** Back, then (later) read aloud, then a person's help, then text size: in this order on every screen. */
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-names.ts';
import { Pressable } from './Pressable.tsx';
import './top-bar.css';

type Tool = {
  readonly href: string;
  /** Instead of the usual picture. */ readonly icon?: IconName | undefined;
  /** One short word under the picture. */ readonly label: string;
  /** The full name. */ readonly title: string;
};

type Props = {
  readonly back?:
    | {
        readonly href?: string | undefined;
        readonly onPress?: (() => void) | undefined;
        readonly label: string;
      }
    | undefined;
  readonly help: Tool;
  readonly size: Tool;
  /** Where there is no way back: whose place this is. */
  readonly brand?: ComponentChildren;
  /** More buttons, made with TopBarButton. */
  readonly extra?: ComponentChildren;
};

export function TopBar({ back, help, size, brand, extra }: Props) {
  return (
    <div class="top-bar">
      {back && <TopBarButton icon="back" {...back} />}
      {!back && brand && <div class="top-bar-brand">{brand}</div>}
      <div class="top-bar-tools">
        {extra}
        <TopBarButton {...help} icon={help.icon ?? 'phone'} />
        <TopBarButton {...size} icon={size.icon ?? 'size'} />
      </div>
    </div>
  );
}

type ButtonProps = {
  readonly icon: IconName;
  readonly label: string;
  /** The full name; it must contain the short word. */
  readonly title?: string | undefined;
  readonly href?: string | undefined;
  readonly onPress?: (() => void) | undefined;
  readonly pressed?: boolean | undefined;
};

/** A picture over a short word, at least 60 by 60. */
export function TopBarButton({ icon, label, title, ...rest }: ButtonProps) {
  // A spoken name that does not contain the visible word could not be called out to the device (WCAG 2.5.3).
  const name = title === undefined || title.includes(label) ? title : `${label} ${title}`;
  return (
    <Pressable class="top-bar-button" label={name} {...rest}>
      <Icon name={icon} />
      <span>{label}</span>
    </Pressable>
  );
}
