/**
 * What the two pictures carry. With a line at the office: the code alone. Without: the step itself, with the
 * code and a mark of the resident's own secret by which the service knows later whose it is.
 */
import { toLight } from '#assist/by-light.ts';
import type { Office } from '#domain/office/office.ts';
import type { Action } from '#domain/request/action.ts';
import { carryMark, HAND_OVER_QR } from '#protocol/hand-over-marks.ts';

const VERSION = 1;

export function codeText(code: string): string {
  return HAND_OVER_QR + code;
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
  const mac = await carryMark(secret, action);
  return toLight({ v: VERSION, action, code, mac }, { officeId, publicKey });
}
