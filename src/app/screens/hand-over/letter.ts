/**
 * What the two pictures carry. With a line at the office: the code alone. Without: the step itself, with the
 * code and a mark of the resident's own secret by which the service knows later whose it is.
 */
import { toLight } from '#assist/by-light.ts';
import { canonical } from '#domain/canonical.ts';
import type { Office } from '#domain/office/office.ts';
import type { Action } from '#domain/request/action.ts';
import { hex } from '#storage/random-id.ts';

const VERSION = 1;

export function codeText(code: string): string {
  return `BANGBAN:H:${code}`;
}

/** Lower-case hex SHA-256 of the office and the code: what the office gets, who cannot read the code from it. */
export function codeHash(officeId: string, code: string): Promise<string> {
  return sha256(`${officeId}:${code}`);
}

export type Letter = {
  readonly action: Action;
  readonly code: string;
  /** The resident's own, as in the account. */
  readonly secret: string;
  readonly office: Office;
};

/** The frames to show in turn; `undefined` when this phone never heard the office's key, or it is too much for pictures. */
export async function framesFor({
  action,
  code,
  secret,
  office,
}: Letter): Promise<readonly string[] | undefined> {
  const { id: officeId, publicKey } = office;
  if (publicKey === undefined) return undefined;
  const mac = await hmac(await sha256(secret), canonical(action));
  return toLight({ v: VERSION, action, code, mac }, { officeId, publicKey });
}

async function sha256(text: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(text))));
}

async function hmac(keyText: string, text: string): Promise<string> {
  const how = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytesOf(keyText), how, false, ['sign']);
  return hex(new Uint8Array(await crypto.subtle.sign('HMAC', key, bytesOf(text))));
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
