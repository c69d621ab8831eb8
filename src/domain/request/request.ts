/**
 * A resident's request, and the only steps it may take.
 *
 * `mayAct` is the guard: the device asks it before it shows a step, the service asks it again and its
 * answer is final. `apply` is what a step changes: it takes no decision, so that what the service has
 * accepted looks the same on every device, whatever version of the guard that device has.
 * Clock, ids and people arrive inside the action: nothing here asks the outside world.
 */
import { checkAnswers } from '#domain/answers/check-answers.ts';
import type { Answers, Photo } from '#domain/answers/answer.ts';
import { isBlank, isLongerThan } from '#domain/answers/typed.ts';
import { openerRefusal, type Mandate } from '#domain/mandate/mandate.ts';
import type { Matter } from '#domain/matter/matter.ts';
import type { Office } from '#domain/office/office.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { Action, Answerable, Event, Rating, Refused, Stamp } from './action.ts';
import { trailLine, type TrailLine } from './trail.ts';

export type { TrailLine } from './trail.ts';

export type Request = {
  readonly id: string;
  readonly officeId: string;
  readonly residentId: string;
  readonly matterId: string;
  readonly matterVersion: number;
  readonly answers: Answers;
  readonly status: 'open' | 'taken' | 'done' | 'withdrawn';
  /** The three that the service gives on receipt; absent while only this device knows of the request. */
  readonly number?: string;
  readonly answerable?: Answerable;
  readonly due?: { readonly at: number; readonly calendar: 'published' | 'guessed' };
  /** Filed by a worker for the resident: the worker filled it in, and the resident owns it. */
  readonly mandate?: Mandate;
  readonly confirmBy?: { readonly at: number; readonly calendar: 'published' | 'guessed' };
  /** The worker who took it. Stays after `done`, for "not solved". */
  readonly takenBy?: string;
  /** The right door it was sent to, until somebody there accepts it. */
  readonly sentTo?: string;
  readonly extended: boolean;
  readonly rating?: Rating;
  readonly trail: readonly TrailLine[];
  /** Time of the newest line of the trail. */
  readonly changedAt: number;
};

/** Public facts that the guard needs. What is not known yet refuses nothing on a device. */
export type Known = {
  /** The matter that the action names, in its version; `undefined` when this side does not have it. */
  readonly matter: Matter | undefined;
  readonly office: Office | undefined;
  /** The service's clock on receipt; a device does not have it. */
  readonly receivedAt?: number;
};

/** Unicode code points that one message may have: about four pages. */
export const WORDS_MOST = 4000;
const PHOTOS_MOST = 3;

/** May this step be taken? `undefined` when it may. */
export function mayAct(request: Request | undefined, action: Action, known: Known): Refused | undefined {
  const refused = mayStart(request, action, known) ?? mayHold(action);
  if (refused || !request) return refused;

  const mine = request.residentId === action.by.id;
  const holder = request.takenBy === action.by.id;
  switch (action.kind) {
    case 'open':
      return { reason: 'already-open' };
    case 'add':
      if (action.by.role !== 'resident') return { reason: 'residents-only' };
      if (!mine) return { reason: 'not-yours' };
      return request.status === 'open' ? undefined : tooLate(request, 'too-late-to-add');
    case 'withdraw':
      if (action.by.role !== 'resident') return { reason: 'residents-only' };
      if (!mine) return { reason: 'not-yours' };
      return request.status === 'open' ? undefined : tooLate(request, 'too-late-to-withdraw');
    case 'take':
      if (action.by.role !== 'worker') return { reason: 'workers-only' };
      if (request.status === 'taken') return { reason: 'already-taken', ...whoHas(request) };
      return request.status === 'open' ? undefined : { reason: 'closed' };
    case 'write':
      if (action.by.role === 'resident' && !mine) return { reason: 'not-yours' };
      if (request.status === 'done' || request.status === 'withdrawn') return { reason: 'closed' };
      if (request.status !== 'taken') return { reason: 'not-taken-yet' };
      return mine || holder ? undefined : { reason: 'not-yours', ...whoHas(request) };
    case 'extend':
    case 'finish':
      if (action.by.role !== 'worker') return { reason: 'workers-only' };
      if (request.status === 'done' || request.status === 'withdrawn') return { reason: 'closed' };
      if (request.status !== 'taken') return { reason: 'not-taken-yet' };
      if (!holder) return { reason: 'not-yours', ...whoHas(request) };
      return action.kind === 'extend' && request.extended ? { reason: 'already-extended' } : undefined;
    case 'send-back':
      if (action.by.role !== 'worker') return { reason: 'workers-only' };
      if (request.status === 'done' || request.status === 'withdrawn') return { reason: 'closed' };
      if (request.status === 'taken' && !holder) return { reason: 'not-yours', ...whoHas(request) };
      if (!known.office || known.office.doors.some((door) => door.id === action.door)) return undefined;
      return { reason: 'unknown-door' };
    case 'rate':
    case 'reopen':
      if (action.by.role !== 'resident') return { reason: 'residents-only' };
      if (!mine) return { reason: 'not-yours' };
      if (request.status === 'withdrawn') return { reason: 'closed' };
      if (request.status !== 'done') return { reason: 'not-done-yet' };
      return action.kind === 'rate' && request.rating ? { reason: 'already-rated' } : undefined;
    default:
      return { reason: 'unknown-action' };
  }
}

/** What the step changes. `stamp` is absent while only this device knows of the step. */
export function apply(request: Request | undefined, action: Action, stamp?: Stamp): Request | undefined {
  const line = trailLine(action, stamp);
  if (action.kind === 'open') {
    if (request) return request;
    return {
      id: action.requestId,
      officeId: action.officeId,
      residentId: action.mandate?.residentId ?? action.by.id,
      matterId: action.matterId,
      matterVersion: action.matterVersion,
      answers: action.answers,
      status: 'open',
      extended: false,
      ...(stamp?.number !== undefined && { number: stamp.number }),
      ...(stamp?.answerable && { answerable: stamp.answerable }),
      ...(stamp?.due && { due: stamp.due }),
      ...(action.mandate && { mandate: action.mandate }),
      ...(stamp?.confirmBy && { confirmBy: stamp.confirmBy }),
      trail: [line],
      changedAt: line.at,
    };
  }
  if (!request) return undefined;

  const next: Request = {
    ...request,
    ...(stamp?.answerable && { answerable: stamp.answerable }),
    ...(stamp?.due && { due: stamp.due }),
    trail: [...request.trail, line],
    changedAt: line.at,
  };
  switch (action.kind) {
    case 'withdraw':
      return { ...next, status: 'withdrawn' };
    case 'take': {
      const { sentTo: _accepted, ...kept } = next;
      return { ...kept, status: 'taken', takenBy: action.by.id };
    }
    case 'extend':
      return { ...next, extended: true };
    case 'finish':
      return { ...next, status: 'done' };
    case 'send-back': {
      const { takenBy: _given, ...kept } = next;
      return { ...kept, status: 'open', sentTo: action.door };
    }
    case 'rate':
      return { ...next, rating: action.rating };
    case 'reopen':
      return { ...next, status: 'taken' };
    default:
      return next; // `add`, `write`, and kinds of a newer version: the trail has them
  }
}

/** Guard and change in one: what a device does with a step made on it, and the service with one offered to it. */
export function advance(
  request: Request | undefined,
  action: Action,
  known: Known,
  stamp?: Stamp,
): Result<Request, Refused> {
  const refused = mayAct(request, action, known);
  if (refused) return refuse(refused);
  const next = apply(request, action, stamp);
  if (!next) throw new Error(`an accepted ${action.kind} left no request`);
  return ok(next);
}

/** The confirmed part: what the service accepted, in the order of the office's log. */
export function fold(request: Request | undefined, events: readonly Event[]): Request | undefined {
  return events.reduce((folded, { action, stamp }) => apply(folded, action, stamp), request);
}

/**
 * What a person should see: the service's word, with this device's own unconfirmed steps laid over it
 * in the order in which they were made. A step that the guard would refuse now is left out, not shown as done.
 */
export function layOver(
  confirmed: Request | undefined,
  waiting: readonly Action[],
  known: Known,
): Request | undefined {
  return waiting.reduce<Request | undefined>((shown, action) => {
    const step = advance(shown, action, known);
    return step.ok ? step.value : shown;
  }, confirmed);
}

function mayStart(request: Request | undefined, action: Action, known: Known): Refused | undefined {
  if (request) return request.officeId === action.officeId ? undefined : { reason: 'other-office' };
  if (action.kind !== 'open') return { reason: 'unknown-request' };
  const unagreed = openerRefusal(action, known);
  if (unagreed) return { reason: unagreed };
  if (!known.matter) return undefined;
  const wrong = checkAnswers(known.matter, action.answers);
  return wrong && { reason: 'answers-incomplete', field: wrong.field };
}

/** What every step that carries words or pictures must keep to. */
function mayHold(action: Action): Refused | undefined {
  switch (action.kind) {
    case 'add':
    case 'write':
      return words(action.words, 'words-missing', action.photos.length > 0) ?? photos(action.photos);
    case 'finish':
      return words(action.result, 'words-missing') ?? photos(action.photos);
    case 'extend':
    case 'send-back':
      return words(action.reason, 'reason-missing');
    case 'rate':
    case 'reopen':
      return words(action.words, 'words-missing', true);
    default:
      return undefined;
  }
}

function words(
  text: string,
  missing: 'words-missing' | 'reason-missing',
  mayBeEmpty = false,
): Refused | undefined {
  if (isBlank(text) && !mayBeEmpty) return { reason: missing };
  return isLongerThan(text, WORDS_MOST) ? { reason: 'words-too-long' } : undefined;
}

function photos(list: readonly Photo[]): Refused | undefined {
  return list.length > PHOTOS_MOST ? { reason: 'too-many-photos' } : undefined;
}

function whoHas(request: Request): { readonly who?: string } {
  return request.answerable ? { who: request.answerable.name } : {};
}

function tooLate(request: Request, reason: 'too-late-to-add' | 'too-late-to-withdraw'): Refused {
  return request.status === 'taken' ? { reason, ...whoHas(request) } : { reason: 'closed' };
}
