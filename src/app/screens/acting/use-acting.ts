/**
 * One acting session: begun by a mandate, filed at most once, and ended by "finish", by its time, by the
 * resident, or with the desk.
 *
 * It lives in memory and in a room of its own; at its end only what was filed is left on this device. What
 * was filled in for a draft that the resident handed over goes back into that draft, however it ends.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import type { Answers } from '#domain/answers/answer.ts';
import type { ReadBack } from '#domain/mandate/mandate.ts';
import { openActingRoom, sweepActing, type ActingRoom } from '#storage/acting-room.ts';
import * as drafts from '#storage/drafts.ts';
import * as files from '#storage/files.ts';
import { keepForGood } from '#storage/room.ts';
import { giveBack, keepFilling, keepOpen } from './acting-deeds.ts';
import {
  coveredMatter,
  isHanded,
  type ActingSession,
  type Agreement,
  type FileTrouble,
} from './acting-session.ts';
import type { Hand } from './handed-form.ts';

export const SESSION_MS = 30 * 60_000;
export const WARN_MS = 2 * 60_000;

export type Acting = ReturnType<typeof useActing>;
export type ActingEnd = 'finished' | 'time-up' | 'taken-back' | 'sent-alone' | 'not-ours';

export function useActing() {
  const deps = useDeps();
  const t = useT();
  const { db, now, nudgeSync } = deps;
  const [state, setState] = useState<ActingSession | 'none' | 'closing' | Exclude<ActingEnd, 'finished'>>(
    'none',
  );
  const roomRef = useRef<ActingRoom | undefined>(undefined);
  const busyRef = useRef(false);
  // The newest, for a step that follows a key at once.
  const sessionRef = useRef<ActingSession | undefined>(undefined);

  useEffect(() => {
    void sweepActing();
    return () => void roomRef.current?.end();
  }, [db]);

  function change(changed: Partial<ActingSession>): void {
    const was = sessionRef.current;
    if (was) setState((sessionRef.current = { ...was, ...changed }));
  }

  async function begin(agreement: Agreement): Promise<void> {
    const { mandate, matter, entries, aheadMs } = agreement;
    const room = await openActingRoom(mandate.id, db);
    roomRef.current = room;
    await drafts.begin(room.db, {
      id: mandate.requestId,
      matter: coveredMatter(matter, mandate),
      at: now(),
    });
    for (const [field, entry] of Object.entries(entries))
      await drafts.keepEntry(room.db, mandate.requestId, field, entry, now());
    // Photos that are on this device already, of a filing that is mended.
    for (const photo of await files.ofRequest(db, mandate.requestId))
      await files.add(room.db, { ...photo, state: 'draft' });
    sessionRef.current = {
      ...agreement,
      room,
      step: 'fill',
      saidNo: false,
      endsAt: Math.min(now() + SESSION_MS, mandate.until - aheadMs),
    };
    setState(sessionRef.current);
  }

  async function once<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
    if (busyRef.current) return undefined;
    busyRef.current = true;
    try {
      return await work();
    } finally {
      busyRef.current = false;
      change({}); // what came meanwhile is looked at now
    }
  }

  /** What was filled in is in the draft before it is read out. With trouble the form stays. */
  async function readBack(): Promise<FileTrouble | undefined> {
    return once(async () => {
      const session = sessionRef.current;
      if (!session) return undefined;
      if (isHanded(session)) {
        const kept = await keepFilling(deps, session, t('acting:reason.none'));
        if (kept.at !== 'kept') return kept;
        nudgeSync();
        change({ hand: kept.hand });
      }
      change({ step: 'read-back', saidNo: false });
      return undefined;
    });
  }

  /** Resolves when it is kept on this device, or with why not; then everything is still there. */
  async function file(answers: Answers, how: ReadBack['how']): Promise<FileTrouble | undefined> {
    return once(async () => {
      const session = sessionRef.current;
      if (!session) return undefined;
      const trouble = await keepOpen(deps, session, answers, how);
      if (trouble) return trouble;
      change({ step: 'slip' });
      nudgeSync();
      void keepForGood(db);
      await screenGone();
      await session.room.end();
      return undefined;
    });
  }

  /** The screen goes first, then the room: nothing may write into a room that is being emptied. */
  async function end(why: ActingEnd): Promise<void> {
    // What this very hand is sending is not somebody else's doing.
    const isOver = why !== 'finished' && why !== 'time-up';
    if (isOver && busyRef.current) return;
    const session = sessionRef.current;
    sessionRef.current = undefined;
    setState('closing');
    await screenGone();
    if (session && isHanded(session) && session.step !== 'slip') {
      if (!isOver) await keepFilling(deps, session, t('acting:reason.none'));
      if (why === 'finished') await giveBack(deps, session);
      nudgeSync();
    }
    await roomRef.current?.end();
    roomRef.current = undefined;
    setState(why === 'finished' ? 'none' : why);
  }

  return {
    state,
    begin,
    readBack,
    sayNo: () => change({ step: 'fill', saidNo: true }),
    turn: () => change({ step: 'turned' }),
    turnBack: () => change({ step: 'fill' }),
    file,
    /** Also for words typed a moment ago: the newest hand goes in. */
    hold: (how: (hand: Hand) => Hand) => {
      const session = sessionRef.current;
      if (session) change({ hand: how(session.hand) });
    },
    extend: () => {
      const session = sessionRef.current;
      if (session) change({ endsAt: Math.min(now() + SESSION_MS, session.mandate.until - session.aheadMs) });
    },
    end,
    next: () => setState('none'),
  };
}

/** After the drawing that a change of state has asked for. */
function screenGone(): Promise<void> {
  return new Promise((done) => setTimeout(done, 50));
}
