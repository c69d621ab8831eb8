/**
 * The guard of what comes after somebody acted in a resident's name: the resident's "this is not right" and
 * yes, and a supervisor's look at it.
 */
import { isBlank } from '#domain/answers/typed.ts';
import type { Action, Kind, Person, Refused } from './action.ts';
import type { Known } from './may-act.ts';
import type { Request } from './request.ts';
import type { TrailLine } from './trail.ts';
import { isOwner, isStaff } from './whose.ts';

type Of<Kind extends Action['kind']> = Extract<Action, { readonly kind: Kind }>;

/** For so long a resident may say of a step that it was not right; ms. */
export const OBJECT_WITHIN_MS = 7 * 24 * 3_600_000;

/** Steps that somebody else can take in a resident's name. */
const IN_NAME: readonly Kind[] = ['open', 'fill', 'add'];

/** The steps of a request that others took in the resident's name, oldest first. */
export function doneInName(request: Request): readonly TrailLine[] {
  return request.trail.filter((line) => line.by.role !== 'resident' && IN_NAME.includes(line.kind));
}

export function mayObject(request: Request, action: Of<'object'>, known: Known): Refused | undefined {
  if (isStaff(action.by.role)) {
    if (!action.told || isBlank(action.words)) return { reason: 'reason-missing' };
  } else if (!isOwner(request, action.by)) return { reason: 'not-yours' };
  if (request.status === 'draft') return { reason: 'still-a-draft' };
  if (request.status === 'withdrawn' || request.status === 'ended') return { reason: 'closed' };
  if (request.objected) return { reason: 'stopped' };
  const line = doneInName(request).find(({ id }) => id === action.about);
  if (!line) return { reason: 'nothing-to-object' };
  const now = known.receivedAt ?? action.at;
  return now > line.at + OBJECT_WITHIN_MS ? { reason: 'too-late-to-object' } : undefined;
}

export function mayConfirm(request: Request, by: Person): Refused | undefined {
  if (by.role !== 'supervisor') return { reason: 'supervisors-only' };
  if (isOwnDoing(request, by)) return { reason: 'not-yours' };
  return request.confirmBy && !request.confirmed ? undefined : { reason: 'nothing-to-settle' };
}

export function maySettle(request: Request, by: Person): Refused | undefined {
  if (by.role !== 'supervisor') return { reason: 'supervisors-only' };
  if (isOwnDoing(request, by)) return { reason: 'not-yours' };
  if (request.status === 'withdrawn' || request.status === 'ended') return { reason: 'closed' };
  const waits = request.objected || (request.confirmBy && !request.confirmed);
  return waits ? undefined : { reason: 'nothing-to-settle' };
}

export function mayAgree(request: Request, action: Of<'agree'>): Refused | undefined {
  if (isStaff(action.by.role)) {
    if (isBlank(action.words)) return { reason: 'reason-missing' };
  } else if (!isOwner(request, action.by)) return { reason: 'not-yours' };
  if (request.status === 'withdrawn' || request.status === 'ended') return { reason: 'closed' };
  if (!request.awaits) return { reason: 'nothing-to-agree' };
  return request.objected ? { reason: 'stopped' } : undefined;
}

/** Nobody looks at what he did himself: under the mandate, or under an earlier one that this is about. */
function isOwnDoing(request: Request, by: Person): boolean {
  const about = request.trail.find(({ id }) => id === request.objected?.about);
  return request.mandate?.helperId === by.id || about?.by.id === by.id;
}
