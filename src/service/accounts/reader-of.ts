/** What of an office's log a caller may read. */
import { isStaff } from '#domain/request/whose.ts';
import type { Reader, Store } from '../store/store.ts';
import type { Caller } from './who-asks.ts';

/** An administrator reads nobody's requests: no more than a resident without any. */
export async function readerOf(caller: Caller, store: Store, now: number): Promise<Reader> {
  if (isStaff(caller.role)) return { workerId: caller.id };
  const links = caller.role === 'resident' ? await store.linksOf({ helperId: caller.id }) : [];
  const helping = links.filter(
    ({ from, until, endedAt }) => endedAt === undefined && now >= from && now <= until,
  );
  const seeing = helping.filter(({ scopes }) => scopes.includes('see'));
  return {
    residentId: caller.id,
    helping: helping.map(({ elderId }) => elderId),
    seeing: seeing.map(({ elderId }) => elderId),
  };
}
