/**
 * Listens for news while somebody is looking: a question that the service answers only when the office's
 * log grows. So news arrives in under a second, without asking every second.
 *
 * It never holds the sync's lock and reads no facts: it only says that there is reason for a turn.
 */
import { WAIT_MS, WAIT_PATH, waitReply } from '#protocol/wait.ts';
import type { AppDatabase } from '#storage/database.ts';
import * as facts from '#storage/facts.ts';
import { nextTryMs } from './back-off.ts';
import { ask, type Line } from './line.ts';
import type { Page } from './triggers.ts';

export type Listening = {
  readonly db: AppDatabase;
  readonly line: Line;
  readonly officeId: string;
  readonly page: Page;
  readonly spread: () => number;
  /** Asks for a turn, and resolves when none is going on any more. */
  readonly turn: () => Promise<void>;
  /** Resolves when no turn is going on. */
  readonly quiet: () => Promise<void>;
};

/** An answer without news that comes sooner than this was no waiting: a service that is being stopped, or a cache. */
const TOO_SOON_MS = 1_000;
/** The service's answer takes up to WAIT_MS, and some time on the way. */
const WITHIN_MS = WAIT_MS + 10_000;

/** Gives back what ends the listening. */
export function listen({ db, line, officeId, page, spread, turn, quiet }: Listening): () => void {
  let ended = false;
  let hangUp = new AbortController();
  let wake = (): void => undefined;
  const change = (): void => {
    if (ended || !page.isVisible()) hangUp.abort();
    wake();
  };
  const deaf = page.onVisible(change);

  const pause = (ms: number | undefined): Promise<void> =>
    new Promise((resolve) => {
      const cancel = ms === undefined ? () => undefined : line.clock.after(ms, resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });

  async function loop(): Promise<void> {
    let failures = 0;
    while (!ended) {
      if (!page.isVisible()) {
        await pause(undefined);
        continue;
      }
      await quiet();
      const { seq: after } = await facts.cursor(db);
      hangUp = new AbortController();
      const body = { bangban: 1, officeId, after };
      const askedAt = line.clock.now();
      const answer = await ask(line, {
        path: WAIT_PATH,
        schema: waitReply,
        body,
        withinMs: WITHIN_MS,
        signal: hangUp.signal,
      });
      if (ended || hangUp.signal.aborted) continue;

      // A head behind the cursor is news too: the service was restored from a backup.
      const isNews = answer.at === 'answered' && answer.reply.head !== after;
      const isBack = answer.at === 'answered' && failures > 0;
      if (isNews || isBack) await turn();
      const waited = line.clock.now() - askedAt >= TOO_SOON_MS;
      const helped = answer.at === 'answered' && (isNews ? (await facts.cursor(db)).seq !== after : waited);
      failures = helped ? 0 : failures + 1;
      if (!helped) await pause(nextTryMs(failures, spread()));
    }
  }
  void loop();

  return () => {
    ended = true;
    change();
    deaf();
  };
}
