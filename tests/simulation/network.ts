/**
 * Virtual time and a virtual line: everything that is going to happen lies in one queue, and chance decides
 * what is lost, doubled, late or overtaken on the way.
 */
import type { Clock } from '#sync/clock.ts';
import type { Call } from '#sync/line.ts';
import { MORNING } from '#tests/support/make.ts';
import type { Chance } from './chance.ts';

type Due = { readonly at: number; readonly n: number; readonly run: () => unknown };

export function virtualTime() {
  let now = MORNING;
  let n = 0;
  let queue: Due[] = [];
  const at = (ms: number, run: () => unknown): (() => void) => {
    n += 1;
    const due = { at: now + ms, n, run };
    queue.push(due);
    return () => {
      queue = queue.filter((one) => one !== due);
    };
  };
  const clock: Clock = { now: () => now, after: at };
  return {
    clock,
    at,
    /** Takes the next thing out of the queue and runs it; false when there is none. */
    step: async (): Promise<boolean> => {
      const [first] = queue.sort((a, b) => a.at - b.at || a.n - b.n);
      if (!first) return false;
      queue = queue.filter((one) => one !== first);
      now = Math.max(now, first.at);
      await first.run();
      return true;
    },
  };
}
export type VirtualTime = ReturnType<typeof virtualTime>;

/** Shares of all messages. `none` is a good line. */
export type Weather = {
  readonly dropped: number;
  readonly replyLost: number;
  readonly doubled: number;
  readonly late: number;
  readonly loginPage: number;
  readonly torn: number;
};
export const STORM: Weather = {
  dropped: 0.08,
  replyLost: 0.1,
  doubled: 0.08,
  late: 0.08,
  loginPage: 0.03,
  torn: 0.03,
};
export const CALM: Weather = { dropped: 0, replyLost: 0, doubled: 0, late: 0, loginPage: 0, torn: 0 };

export type Reply = { readonly status: number; readonly type: string; readonly text: string };
export type Serve = (path: string, init: RequestInit) => Promise<Reply>;

/** `isAlive` is asked when a reply arrives: a dead device hears nothing. */
export function virtualCall(
  time: VirtualTime,
  luck: Chance,
  weather: () => Weather,
  serve: Serve,
  isAlive: () => boolean,
): Call {
  // Some are so late that nobody waits for them any more.
  const way = (): number => (luck.happens(weather().late) ? luck.between(500, 30_000) : luck.between(5, 60));

  return (path, init = {}) =>
    new Promise((resolve, reject) => {
      const lose = (): unknown => time.at(way(), () => isAlive() && reject(new TypeError('Failed to fetch')));
      if (luck.happens(weather().dropped)) return lose();
      if (luck.happens(weather().loginPage))
        return time.at(
          way(),
          () => isAlive() && resolve(response({ status: 200, type: 'text/html', text: '<html>' })),
        );
      if (luck.happens(weather().doubled)) time.at(way() * 4, () => serve(path, init));
      time.at(way(), async () => {
        const reply = await serve(path, init);
        if (luck.happens(weather().replyLost)) return lose();
        const cut = luck.happens(weather().torn) ? luck.between(0, reply.text.length - 1) : reply.text.length;
        time.at(way(), () => isAlive() && resolve(response({ ...reply, text: reply.text.slice(0, cut) })));
        return undefined;
      });
      return undefined;
    });
}

function response({ status, type, text }: Reply): Response {
  return new Response(text, { status, headers: { 'content-type': type } });
}
