/** A link when it leads somewhere, a button when it does something: the person's device treats the two differently. */
import type { ComponentChildren } from 'preact';

type Props = {
  readonly class: string;
  readonly children: ComponentChildren;
  readonly href?: string | undefined;
  readonly onPress?: (() => void) | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  /** The id of the form that a submit button outside it sends. */
  readonly form?: string | undefined;
  readonly busy?: boolean | undefined;
  /** The full spoken name, when the visible words are only its beginning. */
  readonly label?: string | undefined;
  readonly title?: string | undefined;
  readonly pressed?: boolean | undefined;
  readonly current?: boolean | undefined;
};

export function Pressable({
  children,
  href,
  onPress,
  type,
  form,
  busy,
  label,
  title,
  pressed,
  current,
  ...rest
}: Props) {
  // A press while busy is a trembling finger's second tap: it is swallowed, and the button keeps its focus.
  function press(event: Event): void {
    if (busy) event.preventDefault();
    else onPress?.();
  }
  const said = {
    'aria-label': label,
    title,
    'aria-busy': busy || undefined,
    'aria-current': current || undefined,
  };
  if (href !== undefined)
    return (
      <a {...rest} {...said} href={href} onClick={press}>
        {children}
      </a>
    );
  return (
    <button
      {...rest}
      {...said}
      type={type === 'submit' ? 'submit' : 'button'}
      form={form}
      aria-pressed={pressed}
      onClick={press}
    >
      {children}
    </button>
  );
}
