/**
 * The request that was kept a moment ago, handed from the screen that kept it to the one that says so:
 * on a slow phone reading it back would cost as long again as keeping it did. The database's word follows.
 */
import type { Found } from './use-shown-request.ts';

let last: Found | undefined;

/** To be called only after the transaction has been committed. */
export function handOver(found: Found): void {
  last = found;
}

export function justKept(requestId: string): Found | undefined {
  return last?.shown.request.id === requestId ? last : undefined;
}
