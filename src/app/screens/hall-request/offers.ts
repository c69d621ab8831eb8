/** Which steps a worker is offered on a request: exactly those that the rule book would let through. */
import type { Office } from '#domain/office/office.ts';
import type { Action, Person } from '#domain/request/action.ts';
import { mayAct } from '#domain/request/may-act.ts';
import type { Request } from '#domain/request/request.ts';

/** In the order in which they are offered. All but the first ask for words. */
export const WORKER_STEPS = ['take', 'finish', 'write', 'extend', 'send-back'] as const;
export type WorkerStep = (typeof WORKER_STEPS)[number];
export type WritingStep = Exclude<WorkerStep, 'take'>;

export function offeredSteps(request: Request, by: Person, office: Office | undefined): WorkerStep[] {
  return WORKER_STEPS.filter(
    (kind) => mayAct(request, probe(kind, request, by, office), { matter: undefined, office }) === undefined,
  );
}

/** A step as it would be if it were taken now, with words enough. It is never kept. */
function probe(kind: WorkerStep, request: Request, by: Person, office: Office | undefined): Action {
  const step = { id: '', requestId: request.id, officeId: request.officeId, by, at: 0, device: '', dseq: 1 };
  switch (kind) {
    case 'take':
      return { ...step, kind };
    case 'write':
      return { ...step, kind, words: kind, photos: [] };
    case 'finish':
      return { ...step, kind, result: kind, photos: [] };
    case 'extend':
      return { ...step, kind, reason: kind };
    case 'send-back':
      return { ...step, kind, reason: kind, door: office?.doors[0]?.id ?? kind };
  }
}
