/**
 * A resident's request, and how its steps follow one another.
 *
 * `mayAct` (may-act.ts) is the guard: the device asks it before it shows a step, the service asks it again and
 * its answer is final. `apply` (apply.ts) is what a step changes: it takes no decision, so that what the service
 * has accepted looks the same on every device, whatever version of the guard that device has.
 * Clock, ids and people arrive inside the action: nothing here asks the outside world.
 */
import type { Answers } from '#domain/answers/answer.ts';
import type { Mandate } from '#domain/mandate/mandate.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { Action, Answerable, Event, Person, Rating, Refused, Stamp } from './action.ts';
import { apply } from './apply.ts';
import type { Draft, Given, Value } from './draft.ts';
import { mayAct, type Known } from './may-act.ts';
import type { TrailLine } from './trail.ts';

export type Status = 'draft' | 'open' | 'taken' | 'done' | 'withdrawn' | 'ended';

export type Request = {
  readonly id: string;
  readonly officeId: string;
  readonly residentId: string;
  readonly matterId: string;
  readonly matterVersion: number;
  readonly answers: Answers;
  /** `draft`: handed over, not sent yet. `ended`: a supervisor ended it at the resident's word. */
  readonly status: Status;
  /** Only while it is one. */
  readonly draft?: Draft;
  /** The three that the service gives on receipt; absent while only this device knows of the request. */
  readonly number?: string;
  readonly answerable?: Answerable;
  readonly due?: { readonly at: number; readonly calendar: 'published' | 'guessed' };
  /** Filed by a worker for the resident: the worker filled it in, and the resident owns it. */
  readonly mandate?: Mandate;
  /** Taken back or given back before its time. */
  readonly mandateEnded?: { readonly at: number; readonly by: Person };
  /** On a request that was filed for somebody: whose words each answer is. */
  readonly given?: Readonly<Record<string, Given>>;
  /** What came after the sending, or too late to be seen at it. Beside the answers, never over them. */
  readonly later?: readonly Value[];
  /** "This is not right": everything stands still until a supervisor has seen to it. */
  readonly objected?: { readonly at: number; readonly by: Person; readonly about: string };
  /** A supervisor looked at what was filed for somebody who could not agree. */
  readonly confirmed?: { readonly at: number; readonly byName?: string };
  /** Filed by a helper from elsewhere: nobody begins before the resident's own yes. */
  readonly awaits?: 'resident';
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
