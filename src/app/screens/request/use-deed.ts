/** Keeps one step of the resident's on a request that is filed already, and goes back to it once it is kept. */
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
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

  /** `after` runs once the step is kept, before the screen changes. */
  async function act(doing: OwnDoing, after?: () => Promise<void>): Promise<void> {
    if (state.at === 'keeping') return;
    setState({ at: 'keeping' });
    try {
      const what = { ...doing, requestId, officeId } as Doing; // the two halves of the same kind; the compiler loses the pair
      const kept = await keep(db, what, { by: person, at: now(), newId });
      if (!kept.ok) return setState({ at: 'refused', refused: kept.reason });
      await after?.();
    } catch {
      return setState({ at: 'not-kept' }); // a full disk or a lost database: the screen says so
    }
    nudgeSync();
    route(`${base}/request/${requestId}`, true);
  }

  return { state, act };
}
