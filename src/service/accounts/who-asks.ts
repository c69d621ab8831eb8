/**
 * Who is asking, found at the door: by the secret of a resident's device, or by a worker's cookie.
 *
 * A bearer line wins over a cookie, because a worker may also be a resident in the same browser.
 */
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Answerable } from '#domain/request/action.ts';
import type { StaffRole, Store, WorkerAccount } from '../store/store.ts';
import { sha256, workerOf } from './sessions.ts';

export const COOKIE = 'bangban';

export type Caller =
  | { readonly role: 'resident'; readonly id: string }
  | {
      readonly role: StaffRole;
      readonly id: string;
      readonly account: WorkerAccount;
      readonly token: string;
    };

/** `Bearer <id>.<secret>`; the secret has at least 128 bits, so 22 signs of base64. */
const BEARER = /^Bearer ([\w-]{8,64})\.([\w-]{22,128})$/u;

/** `undefined`: nobody we know, or a session that has ended. */
export async function whoAsks(context: Context, store: Store, now: number): Promise<Caller | undefined> {
  const line = context.req.header('authorization');
  if (line !== undefined) {
    const [, id, secret] = BEARER.exec(line) ?? [];
    if (id === undefined || secret === undefined) return undefined;
    // Residents make their own ids: nobody may choose a worker's.
    if (await store.worker(id)) return undefined;
    return (await store.meetResident(id, sha256(secret))) === 'known' ? { role: 'resident', id } : undefined;
  }
  const token = getCookie(context, COOKIE);
  if (token === undefined) return undefined;
  const account = await workerOf(store, token, now);
  return account && { role: account.role, id: account.id, account, token };
}

export function answerable(account: WorkerAccount): Answerable {
  return { id: account.id, name: account.name, telephone: account.telephone };
}
