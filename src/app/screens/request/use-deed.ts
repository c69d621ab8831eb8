/** Keeps one step of the resident's on a request that is filed already, and goes back to it once it is kept. */
import { useLocation } from 'preact-iso';
import { useRef, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import type { Refused } from '#domain/request/action.ts';
import { keep, type Doing } from '#storage/outbox.ts';

export type DeedState =
  | { readonly at: 'ready' }
  | { readonly at: 'keeping' }
  | { readonly at: 'refused'; readonly refused: Refused }
  /** The device could not keep it; nothing was changed, and the words are still on the screen. */
  | { readonly at: 'not-kept' };

/** What is the step's own: the request and the office are known here. */
export type OwnDoing = Doing extends infer One
  ? One extends Doing
    ? Omit<One, 'requestId' | 'officeId'>
    : never
  : never;

export function useDeed(requestId: string) {
  const { db, now, newId, person, officeId, nudgeSync, base } = useDeps();
  const { route } = useLocation();
  const [state, setState] = useState<DeedState>({ at: 'ready' });
  /** Known at once, while `state` is only known at the next drawing: a second tap may come before it. */
  const keepingRef = useRef(false);

  function stop(at: DeedState): void {
    keepingRef.current = false;
    setState(at);
  }

  /** `after` runs once the step is kept, before the screen changes. */
  async function act(doing: OwnDoing, after?: () => Promise<void>): Promise<void> {
    if (keepingRef.current) return;
    keepingRef.current = true;
    setState({ at: 'keeping' });
    try {
      const what = { ...doing, requestId, officeId } as Doing; // the two halves of the same kind; the compiler loses the pair
      const kept = await keep(db, what, { by: person, at: now(), newId });
      if (!kept.ok) return stop({ at: 'refused', refused: kept.reason });
    } catch {
      return stop({ at: 'not-kept' }); // a full disk or a lost database: the screen says so
    }
    nudgeSync();
    try {
      await after?.();
    } finally {
      route(`${base}/request/${requestId}`, true); // it is kept, whatever became of the half-written words
    }
  }

  return { state, act };
}
