/**
 * What a phone hands over by light: the step as it was kept there, the code, and the resident's mark. A
 * stranger may have written it: its shape is checked here, the code and the mark by whoever acts on it.
 */
import * as v from 'valibot';
import type { Action } from '#domain/request/action.ts';
import { actionShape } from '#protocol/action-shape.ts';
import type { OpeningKey } from '#protocol/seal.ts';
import { fromLight, type FromLight } from './by-light.ts';

const letterShape = v.object({
  v: v.literal(1),
  action: actionShape,
  code: v.string(),
  mac: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
});

export type Letter = {
  readonly ok: true;
  readonly action: Extract<Action, { readonly kind: 'hand-over' }>;
  readonly code: string;
  readonly mac: string;
};

export async function readLetter(
  bytes: Uint8Array<ArrayBuffer>,
  officeId: string,
  key: OpeningKey,
): Promise<Letter | Extract<FromLight, { readonly ok: false }>> {
  const opened = await fromLight(bytes, officeId, key);
  if (!opened.ok) return opened;
  const read = v.safeParse(letterShape, opened.value);
  if (!read.success) return { ok: false, reason: 'damaged' };
  const { action, code, mac } = read.output;
  if (action.kind !== 'hand-over' || action.officeId !== officeId) return { ok: false, reason: 'not-for-us' };
  return { ok: true, action, code, mac };
}
