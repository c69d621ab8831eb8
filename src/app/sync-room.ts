/**
 * The sending, started after the first screen is seen. Screens hold this from the beginning: a nudge
 * before the start is remembered, and the news is "idle" until there is some.
 */
import { DEVICE_HEADER } from '#protocol/device-header.ts';
import type { AppDatabase } from '#storage/database.ts';
import type { StartedSync, SyncNews } from '#sync/start.ts';

type Call = (path: string, init?: RequestInit) => Promise<Response>;

/** A request with no answer for this long has failed: a half-open line would wait for ever. */
const ANSWER_WITHIN_MS = 40_000;

export function makeSyncRoom() {
  let started: StartedSync | undefined;
  let nudged = false;
  let latest: SyncNews = { at: 'idle' };
  const ears = new Set<(news: SyncNews) => void>();

  return {
    nudge: (): void => {
      if (started) started.nudge();
      else nudged = true;
    },
    news: {
      current: () => latest,
      listen: (hear: (news: SyncNews) => void) => {
        ears.add(hear);
        return () => ears.delete(hear);
      },
    },
    call: (path: string, init: RequestInit = {}, credentials: Readonly<Record<string, string>> = {}) =>
      fetch(path, {
        cache: 'no-store',
        credentials: 'same-origin',
        ...init,
        // The sync's own questions bring an end of their own.
        signal: init.signal ?? within(ANSWER_WITHIN_MS),
        headers: { [DEVICE_HEADER]: '1', ...credentials, ...Object.fromEntries(new Headers(init.headers)) },
      }),
    start: async (what: {
      readonly db: AppDatabase;
      readonly call: Call;
      readonly officeId: string;
    }): Promise<void> => {
      const { startSync } = await import('#sync/start.ts');
      started = startSync({
        ...what,
        hear: (news: SyncNews) => {
          latest = news;
          for (const ear of ears) ear(news);
        },
      });
      if (nudged) started.nudge();
    },
    stop: (): void => started?.stop(),
  };
}

/** `AbortSignal.timeout` would do, but phones of 2021 do not have it. */
function within(ms: number): AbortSignal {
  const end = new AbortController();
  setTimeout(() => end.abort(), ms);
  return end.signal;
}
