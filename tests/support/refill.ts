/** Fills a service's store from a list of events, as a backup does. */
import type { Event } from '#domain/request/action.ts';
import { apply } from '#domain/request/apply.ts';
import { nextHash } from '#service/chain.ts';
import { isForReaders } from '#service/let-in.ts';
import type { Store } from '#service/store/store.ts';
import { OFFICE_ID } from './make.ts';

/** Writes them as the service would have: in their places, with the chain and the folded requests. */
export async function refill(store: Store, events: readonly Event[]): Promise<void> {
  await store.append(OFFICE_ID, async (turn) => {
    for (const event of events) {
      const before = await turn.request(event.action.requestId);
      const next = apply(before, event.action, event.stamp);
      const head = await turn.head();
      await turn.append(
        event,
        nextHash(head.h, event),
        next?.residentId ?? event.action.by.id,
        next && isForReaders(next) ? 'readers' : undefined,
      );
      if (next) await turn.saveRequest(next);
    }
  });
}
