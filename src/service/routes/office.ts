/** The office as everybody may know it; its workers' names only for its workers. */
import { Hono } from 'hono';
import { OFFICE_PATH } from '#protocol/office.ts';
import { whoAsks } from '../accounts/who-asks.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { answer } from './answer.ts';

export function officeRoute({ store, office, officeKey, now }: ServiceDeps): Hono {
  return new Hono().get(OFFICE_PATH, async (context) => {
    const caller = await whoAsks(context, store, now());
    const inside = caller && caller.role !== 'resident' && caller.account.officeId === office.id;
    const colleagues = inside
      ? (await store.workers(office.id)).map(({ id, name }) => [id, name] as const)
      : [];
    return answer(context, {
      now: now(),
      office: { ...office, publicKey: officeKey.publicKey },
      colleagues: Object.fromEntries(colleagues),
    });
  });
}
