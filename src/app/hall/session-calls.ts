/**
 * Signing in and out at the service. The session itself is a cookie that scripts cannot read.
 *
 * Trouble on the way is told apart from a wrong name or password: a person must know which it is.
 */
import type * as v from 'valibot';
import type { Deps } from '#app/deps.ts';
import { inShape, MAGIC } from '#protocol/envelope.ts';
import { SIGN_IN_PATH, SIGN_OUT_PATH, signInReply, type Worker } from '#protocol/session.ts';

type Call = Deps['call'];

export type SignInAnswer =
  | { readonly at: 'in'; readonly worker: Worker }
  | { readonly at: 'wrong' }
  /** Nobody is locked out; only the next try has to wait. */
  | { readonly at: 'slow'; readonly waitMs: number }
  | { readonly at: 'offline' }
  /** An answer that is not ours: the service is down, or this is a café's login page. */
  | { readonly at: 'trouble' };

export async function signIn(call: Call, name: string, password: string): Promise<SignInAnswer> {
  const response = await post(call, SIGN_IN_PATH, { name, password });
  if (!response) return { at: 'offline' };
  const reply = await readShape(response, signInReply);
  switch (reply?.signIn) {
    case 'in':
      return { at: 'in', worker: reply.worker };
    case 'wrong':
      return { at: 'wrong' };
    case 'slow-down':
      return { at: 'slow', waitMs: reply.waitMs };
    default:
      return { at: 'trouble' };
  }
}

/** `out`: the service has ended it, or had done so before. */
export async function signOut(call: Call, everywhere: boolean): Promise<'out' | 'offline' | 'trouble'> {
  const response = await post(call, SIGN_OUT_PATH, { everywhere });
  if (!response) return 'offline';
  const ours = response.headers.get('content-type')?.includes('json') || response.status === 204;
  return ours && (response.ok || response.status === 401) ? 'out' : 'trouble';
}

/** `undefined` when no answer came at all. */
async function post(
  call: Call,
  path: string,
  body: Readonly<Record<string, unknown>>,
): Promise<Response | undefined> {
  try {
    return await call(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ bangban: MAGIC, ...body }),
    });
  } catch {
    return undefined;
  }
}

async function readShape<Schema extends v.GenericSchema>(response: Response, schema: Schema) {
  if (!response.headers.get('content-type')?.includes('json')) return undefined;
  try {
    return inShape(schema, await response.json());
  } catch {
    return undefined; // broken off in the middle, or not JSON after all
  }
}
