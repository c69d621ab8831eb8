/** The request in the worker's own database while it is acted on: its draft as it grows, and whether the mandate still holds. */
import { useDeps } from '#app/deps.ts';
import { useLive } from '#app/use-live.ts';
import type { Draft } from '#domain/request/draft.ts';
import type { Request } from '#domain/request/request.ts';
import { shownRequest } from '#storage/shown.ts';

export type Handed = {
  readonly draft: Draft | undefined;
  /** Why this worker may not go on. `not-ours`: the office did not take the code from this device. */
  readonly over: 'taken-back' | 'sent-alone' | 'not-ours' | undefined;
};

/** `undefined` while it is being read, and for whoever has no telephone. */
export function useHanded(requestId: string, isHanded: boolean): Handed | undefined {
  const { db, person } = useDeps();
  return useLive(async () => {
    if (!isHanded) return undefined;
    const shown = await shownRequest(db, requestId);
    if (!shown) return undefined;
    return { draft: shown.request.draft, over: whyOver(shown.request, person.id) };
  }, [db, requestId, isHanded]);
}

function whyOver({ draft, mandate, mandateEnded }: Request, workerId: string): Handed['over'] {
  if (mandateEnded) return 'taken-back';
  if (!draft) return 'sent-alone';
  return mandate?.helperId === workerId ? undefined : 'not-ours';
}
