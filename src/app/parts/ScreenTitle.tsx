/**
 * The one h1. It takes the focus when it appears, so that a reader starts here: key it per screen.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import './screen-title.css';

type Props = {
  readonly children: ComponentChildren;
  /** "第 2 步，共 5 步": only when it is true. */
  readonly step?: string | undefined;
  /** The document's title. */
  readonly title?: string | undefined;
};

export function ScreenTitle({ children, step, title }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    // An error summary that came with the screen goes first.
    if (document.activeElement?.closest('.error-summary')) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    if (title !== undefined) document.title = title;
  }, [title]);

  return (
    <div class="screen-title">
      {step && <p class="screen-step">{step}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
    </div>
  );
}
