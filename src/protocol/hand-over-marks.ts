/**
 * The marks by which a hand-over is told from a made-up one: the code's hash, the worker's proof of having had
 * the code, and the resident's mark on a draft that travels in somebody else's hands. All lower-case hex.
 */
import { canonical } from '#domain/canonical.ts';
import type { Action } from '#domain/request/action.ts';

/** What the QR holds before the code: that it is one for a hand-over. */
export const HAND_OVER_QR = 'BANGBAN:H:';

/** SHA-256 of "<office id>:<code>": a code is good at one office. */
export function codeHashOf(officeId: string, code: string): Promise<string> {
  return sha256(`${officeId}:${code}`);
}

/** For `take-over`, by the worker's device. `key` is the code's hash, as text. */
export function proofOf(codeHash: string, actionId: string, workerId: string): Promise<string> {
  return hmac(codeHash, `${actionId}:${workerId}`);
}

/** By the resident's phone, over the action exactly as it was kept. The service knows the secret's hash. */
export async function carryMark(secret: string, action: Action): Promise<string> {
  return carryMarkBy(await sha256(secret), action);
}

/** The same, by whoever has only the hash of the secret. */
export function carryMarkBy(secretHash: string, action: Action): Promise<string> {
  return hmac(secretHash, canonical(action));
}

async function sha256(text: string): Promise<string> {
  return hexOf(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

async function hmac(key: string, text: string): Promise<string> {
  const bytes = new TextEncoder();
  const with256 = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', bytes.encode(key), with256, false, ['sign']);
  return hexOf(await crypto.subtle.sign('HMAC', imported, bytes.encode(text)));
}

function hexOf(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
