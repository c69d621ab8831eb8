/** The office's log after a cursor: what its workers share, and their own requests' lines for a resident. */
import { Hono } from 'hono';
import { PULL_PATH, pullBody } from '#protocol/pull.ts';
import { readerOf } from '../accounts/reader-of.ts';
import { whoAsks } from '../accounts/who-asks.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { answer, readJson, trouble } from './answer.ts';
import { belongs } from './belongs.ts';

export function pullRoute(deps: ServiceDeps): Hono {
  return new Hono().post(PULL_PATH, async (context) => {
    const now = deps.now();
    const caller = await whoAsks(context, deps.store, now);
    if (!caller) return trouble(context, 'signed-out', 401);
    const body = await readJson(context, pullBody);
    if (!body.ok) return body.response;
    const { officeId, after, h, limit } = body.value;
    if (!belongs(caller, officeId, deps.office.id)) return trouble(context, 'other-office', 403);

    // A cursor that this log has never had: restored from a backup, or another service.
    if ((await deps.store.hashAt(officeId, after)) !== h)
      return answer(context, { pulled: 'reset', now, after });
    const page = await deps.store.page(officeId, after, limit, await readerOf(caller, deps.store, now));
    return answer(context, { pulled: 'page', now, after, ...page });
  });
}
