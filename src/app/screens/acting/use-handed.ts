/** The request in the worker's own database while it is acted on: its draft as it grows, and whether the mandate still holds. */
import { useDeps } from '#app/deps.ts';
import { useLive } from '#app/use-live.ts';
import type { Draft } from '#domain/request/draft.ts';
import { shownRequest } from '#storage/shown.ts';

export type Handed = {
  readonly draft: Draft | undefined;
  /** Taken back by the resident, or sent by the resident alone. */
  readonly over: boolean;
};

/** `undefined` while it is being read, and for whoever has no telephone. */
export function useHanded(requestId: string, isHanded: boolean): Handed | undefined {
  const { db } = useDeps();
  return useLive(async () => {
    if (!isHanded) return undefined;
    const shown = await shownRequest(db, requestId);
    if (!shown) return undefined;
    const { draft, mandateEnded } = shown.request;
    return { draft, over: mandateEnded !== undefined || draft === undefined };
  }, [db, requestId, isHanded]);
}
