/** Which steps a worker is offered on a request: exactly those that the rule book would let through. */
import type { Office } from '#domain/office/office.ts';
import type { Action, Person } from '#domain/request/action.ts';
import { mayAct } from '#domain/request/may-act.ts';
import { doneInName } from '#domain/request/may-object.ts';
import type { Request } from '#domain/request/request.ts';

/** In the order in which they are offered: a supervisor's first. All but `take` ask for words. */
export const WORKER_STEPS = [
  'confirm',
  'settle',
  'take',
  'finish',
  'write',
  'agree',
  'add',
  'extend',
  'send-back',
  'object',
  'end-mandate',
] as const;
export type WorkerStep = (typeof WORKER_STEPS)[number];
export type WritingStep = Exclude<WorkerStep, 'take'>;

/** `now`: the service's clock, ms since 1970; a mandate holds for its time only. */
export function offeredSteps(
  request: Request,
  by: Person,
  office: Office | undefined,
  now: number,
): WorkerStep[] {
  return WORKER_STEPS.filter(
    (kind) =>
      (kind !== 'end-mandate' || isMandated(request, now)) &&
      mayAct(request, probe(kind, request, by, office, now), { matter: undefined, office }) === undefined,
  );
}

/** There is something left to end: nobody is asked to take back what is over. */
function isMandated({ status, mandate }: Request, now: number): boolean {
  const over = status === 'done' || status === 'withdrawn' || status === 'ended';
  return !over && mandate !== undefined && now <= mandate.until;
}

/** A step as it would be if it were taken now, with words enough. It is never kept. */
function probe(
  kind: WorkerStep,
  request: Request,
  by: Person,
  office: Office | undefined,
  now: number,
): Action {
  const step = {
    id: '',
    requestId: request.id,
    officeId: request.officeId,
    by,
    at: now,
    device: '',
    dseq: 1,
  };
  switch (kind) {
    case 'take':
      return { ...step, kind };
    case 'write':
    case 'add':
      return { ...step, kind, words: kind, photos: [] };
    case 'finish':
      return { ...step, kind, result: kind, photos: [] };
    case 'extend':
      return { ...step, kind, reason: kind };
    case 'send-back':
      return { ...step, kind, reason: kind, door: office?.doors[0]?.id ?? kind };
    case 'confirm':
    case 'agree':
    case 'end-mandate':
      return { ...step, kind, words: kind };
    case 'settle':
      return { ...step, kind, outcome: 'goes-on', words: kind };
    case 'object':
      return { ...step, kind, about: doneInName(request).at(-1)?.id ?? '', words: kind, told: 'telephone' };
  }
}
