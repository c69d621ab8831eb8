/** The office's key for the devices of those who work on requests, and for nobody else. */
import { Hono } from 'hono';
import { isStaff } from '#domain/request/whose.ts';
import { OFFICE_KEY_PATH } from '#protocol/hand-over.ts';
import { whoAsks } from '../accounts/who-asks.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { answer, trouble } from './answer.ts';
import { belongs } from './belongs.ts';

export function officeKeyRoute({ store, office, officeKey, now, log }: ServiceDeps): Hono {
  return new Hono().get(OFFICE_KEY_PATH, async (context) => {
    const caller = await whoAsks(context, store, now());
    if (!caller) return trouble(context, 'signed-out', 401);
    if (!isStaff(caller.role)) return trouble(context, 'workers-only', 403);
    if (!belongs(caller, office.id, office.id)) return trouble(context, 'other-office', 403);
    log({ what: 'office-key', who: caller.id });
    return answer(context, officeKey);
  });
}
