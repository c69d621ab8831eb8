/**
 * The frame of every screen: the bar above, one thing in the middle, the main act always at the same place below.
 *
 * The act's bar stays in sight while there is height for it, and the page knows how high it is,
 * so that a box one moves to by keyboard never hides behind it.
 */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import './screen.css';

type Props = {
  readonly top: ComponentChildren;
  readonly bottom?: ComponentChildren;
  readonly children: ComponentChildren;
  /** The hall's width; otherwise one calm column. */
  readonly wide?: boolean | undefined;
};

export function Screen({ top, bottom, children, wide }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const hasBar = Boolean(bottom);

  useLayoutEffect(() => {
    const root = document.documentElement;
    if (!bar.current) return;
    const watch = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize ?? 0;
      root.style.setProperty('--bar', `${Math.ceil(height)}px`);
    });
    watch.observe(bar.current, { box: 'border-box' });
    return () => {
      watch.disconnect();
      root.style.removeProperty('--bar');
    };
  }, [hasBar]);

  return (
    <div class={wide ? 'screen screen-wide' : 'screen'}>
      <header class="screen-top">{top}</header>
      <main class="screen-main">
        <div class="screen-body stack">{children}</div>
        {hasBar && (
          <div class="screen-bottom" ref={bar}>
            {bottom}
          </div>
        )}
      </main>
    </div>
  );
}
