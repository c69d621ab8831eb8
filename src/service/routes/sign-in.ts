/** A worker's way in and out. The same answer for an unknown name as for a wrong password, after the same work. */
import { Hono, type Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import {
  SESSION_PATH,
  SIGN_IN_PATH,
  SIGN_OUT_PATH,
  signInBody,
  signOutBody,
  type Worker,
} from '#protocol/session.ts';
import { fitsPassword } from '../accounts/password.ts';
import { openSession, SESSION_MS, sha256 } from '../accounts/sessions.ts';
import { oneMore } from '../accounts/slow-down.ts';
import { COOKIE, whoAsks } from '../accounts/who-asks.ts';
import type { ServiceDeps } from '../service-deps.ts';
import type { WorkerAccount } from '../store/store.ts';
import { makeTurns } from '../store/turns.ts';
import { answer, readJson, trouble } from './answer.ts';

export function signInRoute({ store, now, log }: ServiceDeps): Hono {
  const counting = makeTurns();
  return new Hono()
    .post(SIGN_IN_PATH, async (context) => {
      const body = await readJson(context, signInBody);
      if (!body.ok) return body.response;
      const name = body.value.name.normalize('NFKC').trim();

      // 1. Count the try first, so that a thousand at once are a thousand tries.
      const key = sha256(`${name}\n${addressOf(context)}`);
      const tries = await counting(async () => {
        const counted = oneMore(await store.tries(key), now());
        if ('failures' in counted) await store.saveTries(key, counted);
        return counted;
      });
      if ('waitMs' in tries) return answer(context, { signIn: 'slow-down', waitMs: tries.waitMs });

      // 2. Look at the password, also where nobody has that name.
      const account = await store.workerByName(name);
      if (!(await fitsPassword(body.value.password, account?.passwordHash)) || !account) {
        log({ what: 'sign-in-wrong', who: account?.id ?? 'nobody', failures: tries.failures });
        return answer(context, { signIn: 'wrong' });
      }

      // 3. In.
      await store.saveTries(key, undefined);
      setCookie(context, COOKIE, await openSession(store, account.id, now()), {
        ...cookieFor(context),
        maxAge: SESSION_MS / 1000,
      });
      log({ what: 'sign-in', who: account.id });
      return answer(context, { signIn: 'in', worker: worker(account) });
    })
    .get(SESSION_PATH, async (context) => {
      const caller = await whoAsks(context, store, now());
      if (!caller || caller.role === 'resident') return trouble(context, 'signed-out', 401);
      return answer(context, { worker: worker(caller.account) });
    })
    .post(SIGN_OUT_PATH, async (context) => {
      const body = await readJson(context, signOutBody);
      if (!body.ok) return body.response;
      const caller = await whoAsks(context, store, now());
      if (caller && caller.role !== 'resident') {
        const which = body.value.everywhere ? { workerId: caller.id } : { tokenHash: sha256(caller.token) };
        await store.endSessions(which, now());
        log({ what: body.value.everywhere ? 'sign-out-everywhere' : 'sign-out', who: caller.id });
      }
      deleteCookie(context, COOKIE, cookieFor(context));
      return answer(context, {});
    });
}

function worker({ id, name, officeId, telephone, role }: WorkerAccount): Worker {
  return { id, name, officeId, telephone, role };
}

/** `Secure` where there is https, also behind a proxy; without it a browser drops such a cookie on plain http. */
function cookieFor(context: Context) {
  const https = context.req.url.startsWith('https:') || context.req.header('x-forwarded-proto') === 'https';
  return { path: '/', httpOnly: true, sameSite: 'Strict', secure: https } as const;
}

/** The other end of the line; in a test there is none. */
export function addressOf(context: Context): string {
  const env = context.env as
    | { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } }
    | undefined; // what @hono/node-server puts there
  return env?.incoming?.socket?.remoteAddress ?? 'here';
}
