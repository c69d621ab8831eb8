/**
 * Keeps a device and the service in step: decides when a turn is taken, and says how it went.
 *
 * Turns never cross. A nudge during a turn asks for exactly one more, else the last tap would wait for the
 * next reason to wake. Nothing is given up: after trouble the next try comes later, five minutes at most,
 * or when the service has asked for.
 */
import type { AppDatabase } from '#storage/database.ts';
import * as outbox from '#storage/outbox.ts';
import { nextTryMs } from './back-off.ts';
import type { Call, Trouble } from './line.ts';
import { listen } from './listen.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { pageWorld, type World } from './triggers.ts';
import { takeTurn, type TurnEnd } from './turn.ts';

export type SyncNews = {
  readonly at: 'idle' | 'sending' | 'sent' | 'offline' | 'login-page' | 'signed-out' | 'service-trouble';
  /** This device's clock, ms since 1970. */
  readonly lastDoneAt?: number;
  readonly nextTryAt?: number;
};

export type StartedSync = {
  /** Asks for a turn; returns at once. */
  readonly nudge: () => void;
  readonly stop: () => void;
  readonly news: {
    readonly current: () => SyncNews;
    readonly listen: (hear: (news: SyncNews) => void) => () => void;
  };
};

export type Starting = {
  readonly db: AppDatabase;
  readonly call: Call;
  readonly officeId: string;
  readonly hear?: (news: SyncNews) => void;
  /** The page's own by default. */
  readonly world?: World;
  /** A mistake of this program or of the disk: the next turn is taken all the same. */
  readonly report?: (mistake: unknown) => void;
};

/** Between turns when nothing calls for one. The long question brings news sooner. */
const IDLE_MS = 60_000;
/** Another tab is at it; it may have begun before this tab's newest words were kept. */
const BUSY_MS = 1_000;

/** Where a mistake is seen: the browser's own list of errors, not this turn's caller. */
function throwApart(mistake: unknown): void {
  queueMicrotask(() => {
    throw mistake;
  });
}

export function startSync(starting: Starting): StartedSync {
  const { db, call, officeId, world = pageWorld(), report = throwApart } = starting;
  const { clock, spread, locks, page } = world;
  const line = { call, clock };

  const ears = new Set<(news: SyncNews) => void>(starting.hear ? [starting.hear] : []);
  let latest: SyncNews = { at: 'idle' };
  let stopped = false;
  let wanted = false;
  let failures = 0;
  let officeAt = 0;
  /** The service asked to be left alone; even a tap waits for that. */
  let held = false;
  let going: Promise<void> | undefined;
  let forgetTimer = (): void => undefined;

  function tell(news: SyncNews): void {
    latest = { ...(latest.lastDoneAt !== undefined && { lastDoneAt: latest.lastDoneAt }), ...news };
    for (const hear of ears) hear(latest);
  }

  function nudge(): void {
    wanted = true;
    if (stopped || held || going) return;
    forgetTimer();
    going = turns().finally(() => {
      going = undefined;
      if (wanted && !held) nudge(); // came in after the last look
    });
  }

  async function turns(): Promise<void> {
    let waitMs = IDLE_MS;
    while (wanted && !held && !stopped) {
      wanted = false;
      waitMs = await oneTurn().catch((mistake: unknown) => {
        report(mistake);
        return afterTrouble({ at: 'service-trouble' });
      });
    }
    if (!stopped) plan(waitMs);
  }

  /** Gives back how long to wait for the next turn. */
  async function oneTurn(): Promise<number> {
    const end = await oneAtATime(db, line, locks, async (beating): Promise<TurnEnd> => {
      if ((await outbox.counts(db)).waiting > 0) tell({ at: 'sending' });
      return takeTurn({ db, line: beating, officeId, officeAt, mustYield: () => wanted });
    });
    if (stopped) return IDLE_MS;
    if (end.at === 'busy') return BUSY_MS * (0.5 + spread());
    if (end.value.at !== 'done') return afterTrouble(end.value);
    failures = 0;
    officeAt = end.value.officeAt;
    tell({ at: 'sent', lastDoneAt: clock.now() });
    return IDLE_MS * (0.5 + spread());
  }

  function afterTrouble({ at, retryAfterMs }: Trouble): number {
    failures += 1;
    held = retryAfterMs !== undefined;
    // Never before the service's time, and not all devices at the same moment.
    const waitMs = Math.max(nextTryMs(failures, spread()), (retryAfterMs ?? 0) * (1 + spread() / 2));
    tell({ at: at === 'too-large' ? 'service-trouble' : at, nextTryAt: clock.now() + waitMs });
    return waitMs;
  }

  function plan(ms: number): void {
    forgetTimer();
    forgetTimer = clock.after(ms, () => {
      held = false;
      nudge();
    });
  }

  async function quiet(): Promise<void> {
    while (going) await going;
  }

  const ends = [
    page.onVisible(() => page.isVisible() && nudge()),
    page.onOnline(nudge),
    listen({
      db,
      line,
      officeId,
      page,
      spread,
      quiet,
      turn: async () => {
        nudge();
        await quiet();
      },
    }),
  ];
  nudge();

  return {
    nudge,
    stop: () => {
      stopped = true;
      forgetTimer();
      for (const end of ends) end();
    },
    news: {
      current: () => latest,
      listen: (hear) => {
        ears.add(hear);
        return () => ears.delete(hear);
      },
    },
  };
}
