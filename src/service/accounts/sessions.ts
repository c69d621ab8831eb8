/** Workers' sessions: twelve hours, ended one by one or everywhere. The token is only in the worker's cookie. */
import { createHash, randomBytes } from 'node:crypto';
import type { Store, WorkerAccount } from '../store/store.ts';

export const SESSION_MS = 12 * 3_600_000;

/** @returns the token for the cookie: 256 random bits. */
export async function openSession(store: Store, workerId: string, now: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await store.saveSession({ tokenHash: sha256(token), workerId, expiresAt: now + SESSION_MS });
  return token;
}

export async function workerOf(store: Store, token: string, now: number): Promise<WorkerAccount | undefined> {
  const session = await store.session(sha256(token));
  if (!session || session.endedAt !== undefined || session.expiresAt <= now) return undefined;
  return store.worker(session.workerId);
}

/** Lower-case hex of the text's SHA-256. Looked up by equality: the hash of a secret tells its guesser nothing. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
