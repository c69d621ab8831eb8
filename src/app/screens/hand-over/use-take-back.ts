/** Taking a draft back, in one tap: kept on this phone at once, and told to the office as soon as there is a line. */
import { useRef, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import type { DeedState } from '#app/screens/request/use-deed.ts';
import type { Action, Refused } from '#domain/request/action.ts';
import type { Result } from '#domain/result.ts';
import { takeBack } from '#storage/handed-over-draft.ts';

/** One step at a time; what became of it is for the screen to say. */
export function useOneStep() {
  const { nudgeSync } = useDeps();
  const [state, setState] = useState<DeedState>({ at: 'ready' });
  const keepingRef = useRef(false);

  async function once(step: () => Promise<Result<Action, Refused>>): Promise<void> {
    if (keepingRef.current) return; // the second half of a trembling tap
    keepingRef.current = true;
    setState({ at: 'keeping' });
    try {
      const kept = await step();
      setState(kept.ok ? { at: 'ready' } : { at: 'refused', refused: kept.reason });
      if (kept.ok) nudgeSync();
    } catch {
      setState({ at: 'not-kept' }); // a full disk or a lost database: the screen says so
    } finally {
      keepingRef.current = false;
    }
  }
  return { state, once };
}

export function useTakeBack(id: string) {
  const { db, now, newId, person, officeId } = useDeps();
  const { state, once } = useOneStep();
  return { state, takeBack: () => once(() => takeBack(db, id, { by: person, at: now(), newId, officeId })) };
}
