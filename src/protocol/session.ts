/**
 * Who is asking.
 *
 * A worker signs in by name and password and gets a cookie that scripts cannot read.
 * A resident has no account to remember: the phone makes an id and a secret by itself, and sends
 * `Authorization: Bearer <id>.<secret>`; the service keeps the secret's SHA-256 at first sight.
 */
import * as v from 'valibot';
import { envelope } from './envelope.ts';

export const SIGN_IN_PATH = '/api/v1/sign-in';
export const SIGN_OUT_PATH = '/api/v1/sign-out';
export const SESSION_PATH = '/api/v1/session';

export const workerShape = v.object({
  id: v.string(),
  name: v.string(),
  officeId: v.string(),
  telephone: v.string(),
  /** Absent from a service one version behind, which knew only workers. */
  role: v.optional(v.picklist(['worker', 'supervisor', 'administrator']), 'worker'),
});
export type Worker = v.InferOutput<typeof workerShape>;

export const signInBody = v.object({
  ...envelope,
  name: v.pipe(v.string(), v.maxLength(100)),
  password: v.pipe(v.string(), v.maxLength(200)),
});
/** `slow-down`: wait so many ms before the next try; nobody is ever locked out. */
export const signInReply = v.variant('signIn', [
  v.object({ ...envelope, signIn: v.literal('in'), worker: workerShape }),
  v.object({ ...envelope, signIn: v.literal('wrong') }),
  v.object({ ...envelope, signIn: v.literal('slow-down'), waitMs: v.number() }),
]);
export type SignInReply = v.InferOutput<typeof signInReply>;

export const sessionReply = v.object({ ...envelope, worker: workerShape });

/** `everywhere` ends this worker's sessions on all devices. */
export const signOutBody = v.object({ ...envelope, everywhere: v.boolean() });
