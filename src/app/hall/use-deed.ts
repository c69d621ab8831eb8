/** A worker's step on a request: asked of the rule book, kept on this device, and only then told as kept. */
import { useRef, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import type { Kind, Refused } from '#domain/request/action.ts';
import { keep, type Doing } from '#storage/outbox.ts';
import { keepForGood } from '#storage/room.ts';

export type DeedState =
  | { readonly at: 'quiet' }
  | { readonly at: 'keeping'; readonly kind: Kind }
  | { readonly at: 'kept'; readonly kind: Kind; readonly actionId: string }
  /** The rules of this device say no; nothing was kept, and what was written stays on the screen. */
  | { readonly at: 'refused'; readonly kind: Kind; readonly refused: Refused }
  /** The device could not write: a full disk, or a lost database. */
  | { readonly at: 'not-kept'; readonly kind: Kind };

export function useDeed() {
  const { db, now, newId, person, nudgeSync } = useDeps();
  const [state, setState] = useState<DeedState>({ at: 'quiet' });
  const busy = useRef(false); // at once, not at the next drawing: the second tap of a trembling hand comes sooner

  /** True once the step is kept. */
  async function act(doing: Doing): Promise<boolean> {
    if (busy.current) return false;
    busy.current = true;
    setState({ at: 'keeping', kind: doing.kind });
    try {
      const kept = await keep(db, doing, { by: person, at: now(), newId });
      if (!kept.ok) {
        setState({ at: 'refused', kind: doing.kind, refused: kept.reason });
        return false;
      }
      setState({ at: 'kept', kind: doing.kind, actionId: kept.value.id });
    } catch {
      setState({ at: 'not-kept', kind: doing.kind });
      return false;
    } finally {
      busy.current = false;
    }
    nudgeSync();
    void keepForGood(db);
    return true;
  }

  return { state, act, rest: () => setState({ at: 'quiet' }) };
}
