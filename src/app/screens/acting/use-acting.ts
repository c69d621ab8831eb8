/**
 * One acting session: begun by a mandate, filed at most once, and ended by "finish", by its time, or with the desk.
 *
 * It lives in memory and in a room of its own; at its end only what was filed is left on this device.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import type { Answers, Entries } from '#domain/answers/answer.ts';
import type { Mandate } from '#domain/mandate/mandate.ts';
import type { Matter } from '#domain/matter/matter.ts';
import type { Refused } from '#domain/request/action.ts';
import { openActingRoom, photosOf, sweepActing, type ActingRoom } from '#storage/acting-room.ts';
import * as drafts from '#storage/drafts.ts';
import { keep } from '#storage/outbox.ts';
import { keepForGood } from '#storage/room.ts';

export const SESSION_MS = 30 * 60_000;
export const WARN_MS = 2 * 60_000;

export type Agreement = {
  readonly mandate: Mandate;
  readonly matter: Matter;
  /** What the office knows already, to be read back like everything else. */
  readonly entries: Entries;
  /** The service's clock minus this device's, for the whole session. */
  readonly aheadMs: number;
};

export type ActingSession = Agreement & {
  readonly room: ActingRoom;
  readonly step: 'fill' | 'read-back' | 'slip';
  /** The resident said "no" to what was read back. */
  readonly saidNo: boolean;
  /** This device's clock, ms since 1970. */
  readonly endsAt: number;
};

export type FileTrouble = { readonly at: 'refused'; readonly refused: Refused } | { readonly at: 'not-kept' };

export type Acting = ReturnType<typeof useActing>;

export function useActing() {
  const { db, now, newId, person, officeId, nudgeSync } = useDeps();
  const [state, setState] = useState<ActingSession | 'none' | 'closing' | 'time-up'>('none');
  const roomRef = useRef<ActingRoom | undefined>(undefined);
  const busyRef = useRef(false);

  useEffect(() => {
    void sweepActing();
    return () => void roomRef.current?.end();
  }, [db]);

  const change = (changed: Partial<ActingSession>) =>
    setState((was) => (typeof was === 'object' ? { ...was, ...changed } : was));

  async function begin(agreement: Agreement): Promise<void> {
    const { mandate, matter, entries, aheadMs } = agreement;
    const room = await openActingRoom(mandate.id, db);
    roomRef.current = room;
    await drafts.begin(room.db, { id: mandate.requestId, matter, at: now() });
    for (const [field, entry] of Object.entries(entries))
      await drafts.keepEntry(room.db, mandate.requestId, field, entry, now());
    setState({
      ...agreement,
      room,
      step: 'fill',
      saidNo: false,
      endsAt: Math.min(now() + SESSION_MS, mandate.until - aheadMs),
    });
  }

  /** Resolves when it is kept on this device, or with why not; then everything is still there. */
  async function file(session: ActingSession, answers: Answers): Promise<FileTrouble | undefined> {
    if (busyRef.current) return undefined;
    busyRef.current = true;
    const { mandate, matter, room, aheadMs } = session;
    const at = now() + aheadMs;
    const photos = new Set(
      Object.values(answers).flatMap((answer) =>
        answer.type === 'photos' ? answer.photos.map(({ id }) => id) : [],
      ),
    );
    try {
      const kept = await keep(
        db,
        {
          kind: 'open',
          requestId: mandate.requestId,
          officeId,
          matterId: matter.id,
          matterVersion: matter.version,
          answers,
          mandate,
          ...(mandate.agreed.how !== 'cannot-agree' && { readBack: { at, how: 'pressed' as const } }),
        },
        { by: person, at, newId },
        { matter, files: (await photosOf(room)).filter(({ id }) => photos.has(id)) },
      );
      if (!kept.ok) return { at: 'refused', refused: kept.reason };
    } catch {
      return { at: 'not-kept' }; // a full disk or a lost database: the screen says so
    } finally {
      busyRef.current = false;
    }
    change({ step: 'slip' });
    nudgeSync();
    void keepForGood(db);
    await screenGone();
    await room.end();
    return undefined;
  }

  /** The screen goes first, then the room: nothing may write into a room that is being emptied. */
  async function end(why: 'finished' | 'time-up'): Promise<void> {
    setState('closing');
    await screenGone();
    await roomRef.current?.end();
    roomRef.current = undefined;
    setState(why === 'finished' ? 'none' : 'time-up');
  }

  return {
    state,
    begin,
    readBack: () => change({ step: 'read-back', saidNo: false }),
    sayNo: () => change({ step: 'fill', saidNo: true }),
    file,
    extend: () =>
      setState((was) =>
        typeof was === 'object'
          ? { ...was, endsAt: Math.min(now() + SESSION_MS, was.mandate.until - was.aheadMs) }
          : was,
      ),
    end,
    next: () => setState('none'),
  };
}

/** After the drawing that a change of state has asked for. */
function screenGone(): Promise<void> {
  return new Promise((done) => setTimeout(done, 50));
}
