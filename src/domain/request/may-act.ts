/**
 * May this step be taken? The one guard of the rule book: the device asks it before it shows a step, and the
 * service asks it again. What concerns drafts and mandates is in may-draft.ts.
 */
import { checkAnswers } from '#domain/answers/check-answers.ts';
import type { Link } from '#domain/mandate/link.ts';
import { openerRefusal } from '#domain/mandate/mandate.ts';
import type { Matter } from '#domain/matter/matter.ts';
import type { Office } from '#domain/office/office.ts';
import type { Action, Refused } from './action.ts';
import { mayEndMandate, mayFill, mayHandOver, mayOpenDraft, mayTakeOver, underMandate } from './may-draft.ts';
import { mayHold } from './may-hold.ts';
import { mayAgree, mayConfirm, mayObject, maySettle } from './may-object.ts';
import type { Request } from './request.ts';
import { isOwner, isStaff } from './whose.ts';

/** Public facts that the guard needs. What is not known yet refuses nothing on a device. */
export type Known = {
  /** The matter that the action names, in its version; `undefined` when this side does not have it. */
  readonly matter: Matter | undefined;
  readonly office: Office | undefined;
  /** The service's clock on receipt; a device does not have it. */
  readonly receivedAt?: number;
  /** The link that a helper's mandate names, where this side knows. */
  readonly link?: Link | 'none';
  /** On `take-over`: the proof was compared with the code's hash, and is not of it. Only the service can tell. */
  readonly proof?: 'wrong';
};

/** `undefined` when it may. */
export function mayAct(request: Request | undefined, action: Action, known: Known): Refused | undefined {
  const refused = request ? elsewhere(request, action) : mayStart(action, known);
  const held = refused ?? mayHold(action);
  if (held || !request) return held;

  const { by } = action;
  const mine = isOwner(request, by);
  const holder = request.takenBy === by.id;
  switch (action.kind) {
    case 'open':
      return request.status === 'draft' ? mayOpenDraft(request, action, known) : { reason: 'already-open' };
    case 'hand-over':
      return mayHandOver(request, action, known);
    case 'take-over':
      return mayTakeOver(request, action, known);
    case 'fill':
      return mayFill(request, action, known);
    case 'end-mandate':
      return mayEndMandate(request, action);
    case 'object':
      return mayObject(request, action, known);
    case 'confirm':
      return mayConfirm(request, by);
    case 'settle':
      return maySettle(request, by);
    case 'agree':
      return mayAgree(request, action);
    case 'add':
      if (by.role !== 'resident') return addForAnother(request, action, known);
      if (!mine) return { reason: 'not-yours' };
      return request.status === 'open' ? undefined : tooLate(request, 'too-late-to-add');
    case 'withdraw':
      if (by.role !== 'resident') return { reason: 'residents-only' };
      if (!mine) return { reason: 'not-yours' };
      return withdrawable(request) ? undefined : tooLate(request, 'too-late-to-withdraw');
    case 'take':
      if (!isStaff(by.role)) return { reason: 'workers-only' };
      if (request.status === 'taken') return { reason: 'already-taken', ...whoHas(request) };
      if (request.status !== 'open') return over(request);
      if (request.awaits) return { reason: 'not-agreed-yet' };
      return stopped(request);
    case 'write':
      if (by.role === 'resident' && !mine) return { reason: 'not-yours' };
      if (by.role !== 'resident' && !isStaff(by.role)) return { reason: 'workers-only' };
      if (isOver(request)) return { reason: 'closed' };
      if (request.status !== 'taken') return notTaken(request);
      return mine || holder ? undefined : { reason: 'not-yours', ...whoHas(request) };
    case 'extend':
    case 'finish':
      if (!isStaff(by.role)) return { reason: 'workers-only' };
      if (isOver(request)) return { reason: 'closed' };
      if (request.status !== 'taken') return notTaken(request);
      if (!holder) return { reason: 'not-yours', ...whoHas(request) };
      if (action.kind === 'extend' && request.extended) return { reason: 'already-extended' };
      return stopped(request);
    case 'send-back':
      if (!isStaff(by.role)) return { reason: 'workers-only' };
      if (isOver(request)) return { reason: 'closed' };
      if (request.status === 'draft') return { reason: 'still-a-draft' };
      if (request.status === 'taken' && !holder) return { reason: 'not-yours', ...whoHas(request) };
      if (known.office && !known.office.doors.some((door) => door.id === action.door))
        return { reason: 'unknown-door' };
      return stopped(request);
    case 'rate':
    case 'reopen':
      if (by.role !== 'resident') return { reason: 'residents-only' };
      if (!mine) return { reason: 'not-yours' };
      if (request.status === 'withdrawn' || request.status === 'ended') return { reason: 'closed' };
      if (request.status !== 'done') return { reason: 'not-done-yet' };
      return action.kind === 'rate' && request.rating ? { reason: 'already-rated' } : undefined;
    default:
      return { reason: 'unknown-action' };
  }
}

function elsewhere(request: Request, action: Action): Refused | undefined {
  return request.officeId === action.officeId ? undefined : { reason: 'other-office' };
}

function mayStart(action: Action, known: Known): Refused | undefined {
  if (action.kind === 'hand-over') return mayHandOver(undefined, action, known);
  if (action.kind !== 'open') return { reason: 'unknown-request' };
  // Its draft is not here yet: the other way by which it travels will bring it.
  if (action.chosen || action.mandate?.agreed.how === 'pressed') return { reason: 'unknown-request' };
  const unagreed = openerRefusal(action, known);
  if (unagreed) return { reason: unagreed };
  if (!known.matter) return undefined;
  const wrong = checkAnswers(known.matter, action.answers);
  return wrong && { reason: 'answers-incomplete', field: wrong.field };
}

function addForAnother(
  request: Request,
  action: Action & { readonly kind: 'add' },
  known: Known,
): Refused | undefined {
  if (request.mandate?.helperId !== action.by.id || !request.mandate.powers.includes('add'))
    return { reason: 'residents-only' };
  return (
    underMandate(request, action, known) ??
    (request.status === 'open' ? undefined : tooLate(request, 'too-late-to-add'))
  );
}

function isOver({ status }: Request): boolean {
  return status === 'done' || status === 'withdrawn' || status === 'ended';
}

function over(request: Request): Refused {
  return { reason: request.status === 'draft' ? 'still-a-draft' : 'closed' };
}

function notTaken(request: Request): Refused {
  return { reason: request.status === 'draft' ? 'still-a-draft' : 'not-taken-yet' };
}

function stopped(request: Request): Refused | undefined {
  return request.objected ? { reason: 'stopped' } : undefined;
}

/** Before anybody begins; and at any time when it was not the resident's will in the first place. */
function withdrawable(request: Request): boolean {
  return (
    request.status === 'open' ||
    request.status === 'draft' ||
    (request.status === 'taken' && request.objected !== undefined)
  );
}

function whoHas(request: Request): { readonly who?: string } {
  return request.answerable ? { who: request.answerable.name } : {};
}

function tooLate(request: Request, reason: 'too-late-to-add' | 'too-late-to-withdraw'): Refused {
  if (request.status === 'draft') return { reason: 'still-a-draft' };
  return request.status === 'taken' ? { reason, ...whoHas(request) } : { reason: 'closed' };
}
