/**
 * Whose hand a step is of. The session says who asks, and the body's own claim counts for nothing beside it.
 *
 * One step travels in somebody else's hands: a hand-over from a telephone without a line, which a worker
 * brings with the resident's own mark on it (protocol/hand-over-marks.ts).
 */
import { ARRIVES_WITHIN_MS } from '#domain/mandate/mandate.ts';
import type { Action, Refusal } from '#domain/request/action.ts';
import { isStaff } from '#domain/request/whose.ts';
import { carryMarkBy } from '#protocol/hand-over-marks.ts';
import type { Desk } from './desk.ts';

export type HandOver = Extract<Action, { readonly kind: 'hand-over' }>;

/** `carried`: a resident's hand-over, brought by the worker who asks. */
export async function whoseHand(action: Action, desk: Desk): Promise<'own' | 'carried' | Refusal> {
  const { asker, now } = desk;
  if (action.by.id === asker.id) {
    // A relative is known by the same secret as a resident, and is one for their own matters.
    const asHelper = asker.role === 'resident' && action.by.role === 'helper';
    return action.by.role === asker.role || asHelper ? 'own' : 'not-yours';
  }
  if (!isCarried(action, desk)) return 'not-yours';
  const secretHash = await desk.secretHashOf(action.by.id);
  // A phone that never called is believed: it will call, and see what was done in its name.
  const marked = !secretHash || (await carryMarkBy(secretHash, action)) === desk.carried[action.id];
  if (!marked || (await desk.worker(action.by.id))) return 'not-yours';
  return now > action.offer.codeUntil + ARRIVES_WITHIN_MS ? 'code-too-late' : 'carried';
}

export function isCarried(action: Action, { asker, carried }: Desk): action is HandOver {
  return (
    action.kind === 'hand-over' &&
    action.by.role === 'resident' &&
    isStaff(asker.role) &&
    carried[action.id] !== undefined
  );
}
