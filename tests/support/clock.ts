/** A clock that goes on only when a test says so. */
import type { Clock } from '#sync/clock.ts';
import { MORNING } from './make.ts';

export type TestClock = Clock & {
  /** Moves on, and runs what falls due on the way, in order. */
  readonly advance: (ms: number) => Promise<void>;
  /** When the next timer falls due, ms from now. */
  readonly next: () => number | undefined;
};

export function testClock(start = MORNING): TestClock {
  let now = start;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    async advance(ms) {
      const until = now + ms;
      for (;;) {
        await settle();
        const due = timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        timers = timers.filter((timer) => timer !== due);
        now = Math.max(now, due.at);
        due.run();
      }
      now = until;
      await settle();
    },
    next: () => timers.map((timer) => timer.at - now).sort((a, b) => a - b)[0],
  };
}

/** Lets everything run that waits for nothing but its turn, databases included. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** A machine that is busy with other things is slow, not wrong. */
const HOPE_FOR_MS = 15_000;

/** Looks again and again, without sleeping, until what is hoped for is true. */
export async function until(isTrue: () => boolean | Promise<boolean>, what = 'it'): Promise<void> {
  const end = performance.now() + HOPE_FOR_MS;
  for (let look = 0; look < 2_000 || performance.now() < end; look += 1) {
    if (await isTrue()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`${what} did not come true`);
}
