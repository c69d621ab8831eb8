/** What the lookup asks of the service. Trouble on the line is `undefined`: the screen says what to do then. */
import type { Deps } from '#app/deps.ts';
import {
  LOOKUP_OBJECT_PATH,
  LOOKUP_PATH,
  lookupObjectReply,
  lookupReply,
  type LookupObjectReply,
  type LookupReply,
} from '#protocol/lookup.ts';
import { ask } from '#sync/line.ts';
import { pageWorld } from '#sync/triggers.ts';

export type Slip = { readonly number: string; readonly birthYear: number };

export async function lookUp(call: Deps['call'], slip: Slip): Promise<LookupReply | undefined> {
  const question = { path: LOOKUP_PATH, schema: lookupReply, body: { bangban: 1, ...slip } };
  const answer = await ask({ call, clock: pageWorld().clock }, question);
  return answer.at === 'answered' ? answer.reply : undefined;
}

/** `id`: of the step, made once, so that a second try after a lost answer says it only once. */
export async function objectTo(
  call: Deps['call'],
  slip: Slip,
  step: { readonly id: string; readonly about: string; readonly words: string },
): Promise<LookupObjectReply | undefined> {
  const body = { bangban: 1, ...slip, ...step };
  const question = { path: LOOKUP_OBJECT_PATH, schema: lookupObjectReply, body };
  const answer = await ask({ call, clock: pageWorld().clock }, question);
  return answer.at === 'answered' ? answer.reply : undefined;
}
