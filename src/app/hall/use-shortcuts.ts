/**
 * Single-key short cuts.
 *
 * They never act while somebody types, while an input method composes, or with Ctrl, Alt or Meta,
 * and all of them can be turned off (WCAG 2.1.4).
 */
import { useEffect, useRef } from 'preact/hooks';

/** By `KeyboardEvent.key`. An act that returns `false` leaves the key to the browser. */
export type Shortcuts = Readonly<Record<string, () => unknown>>;

export function useShortcuts(on: boolean, shortcuts: Shortcuts): void {
  const newest = useRef(shortcuts);
  newest.current = shortcuts;
  useEffect(() => {
    if (!on) return undefined;
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey)
        return;
      if (isTyping(event.target)) return;
      const act = newest.current[event.key];
      if (act && act() !== false) event.preventDefault();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [on]);
}

const NOT_TYPED = ['radio', 'checkbox', 'button', 'submit', 'file'];

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !NOT_TYPED.includes(target.type);
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, select'));
}
