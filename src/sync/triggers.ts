/** The world of a page, as the sync asks for it: time, chance, locks, and the reasons to wake. */
import type { Clock } from './clock.ts';
import { pageLocks, type Locks } from './one-at-a-time.ts';

export type Page = {
  readonly isVisible: () => boolean;
  /** Hears of every change, to either side. Gives back what ends the hearing. */
  readonly onVisible: (hear: () => void) => () => void;
  /** The browser believes that there is a line again. It proves nothing, but it is a reason to try. */
  readonly onOnline: (hear: () => void) => () => void;
};

export type World = {
  readonly clock: Clock;
  /** 0..1 */
  readonly spread: () => number;
  readonly locks: Locks;
  readonly page: Page;
};

export function pageWorld(): World {
  return {
    clock: {
      now: () => Date.now(),
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    spread: () => Math.random(),
    // Absent before Safari 15.4 and on insecure origins.
    locks: (navigator.locks as Locks | undefined) ?? pageLocks(), // the part of it that is used
    page: {
      isVisible: () => document.visibilityState === 'visible',
      onVisible: (hear) => listenTo(document, 'visibilitychange', hear),
      onOnline: (hear) => listenTo(window, 'online', hear),
    },
  };
}

function listenTo(where: EventTarget, what: string, hear: () => void): () => void {
  const heard = (): void => hear();
  where.addEventListener(what, heard);
  return () => where.removeEventListener(what, heard);
}
