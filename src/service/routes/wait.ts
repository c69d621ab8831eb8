/** Holds a question open until the office's log grows, so that a queue fills without asking again and again. */
import { Hono } from 'hono';
import { WAIT_PATH, waitBody } from '#protocol/wait.ts';
import { whoAsks } from '../accounts/who-asks.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { answer, readJson, trouble } from './answer.ts';
import { belongs } from './belongs.ts';

export function waitRoute({ store, office, news, now, waitMs }: ServiceDeps): Hono {
  return new Hono().post(WAIT_PATH, async (context) => {
    const caller = await whoAsks(context, store, now());
    if (!caller) return trouble(context, 'signed-out', 401);
    const body = await readJson(context, waitBody);
    if (!body.ok) return body.response;
    const { officeId, after } = body.value;
    if (!belongs(caller, officeId, office.id)) return trouble(context, 'other-office', 403);

    // The ear is there before the head is read, so that nothing is missed between the two.
    const enough = new AbortController();
    const grown = news.next(officeId, waitMs, AbortSignal.any([enough.signal, context.req.raw.signal]));
    try {
      if ((await store.head(officeId)).seq <= after) await grown;
    } finally {
      enough.abort();
    }
    return answer(context, { head: (await store.head(officeId)).seq });
  });
}
