/** Which requests are in which of the queue's lists, in which order, and what a search finds. Pure. */
import { dueState } from '#domain/deadlines/due.ts';
import type { Role } from '#domain/request/action.ts';
import type { Request } from '#domain/request/request.ts';
import { even, type QueueItem } from './queue-item.ts';

const TABS = ['open', 'mine', 'soon', 'overdue'] as const;
/** `look`: what a supervisor has to look at. */
export type QueueTab = (typeof TABS)[number] | 'look';

/** In the order of one's work: a supervisor's own first, for the others last. */
export function queueTabs(role: Role): readonly QueueTab[] {
  return role === 'supervisor' ? ['look', ...TABS] : [...TABS, 'look'];
}

export type Looking = {
  readonly workerId: string;
  /** The service's clock, ms since 1970. */
  readonly now: number;
};

/** Due soon and overdue hold the office's requests, whoever has them: it is the resident who waits. */
export function isIn(tab: QueueTab, request: Request, { workerId, now }: Looking): boolean {
  const goesOn = request.status === 'open' || request.status === 'taken';
  switch (tab) {
    case 'open':
      return request.status === 'open';
    case 'mine':
      return (request.status === 'taken' && request.takenBy === workerId) || isHeldDraft(request, workerId);
    case 'look':
      return waitsForSupervisor(request);
    case 'soon':
    case 'overdue':
      return goesOn && request.due !== undefined && dueState(request.due, now) === tab;
  }
}

/** A draft that a resident handed over to this worker, and that is not sent yet. */
function isHeldDraft({ status, mandate, mandateEnded }: Request, workerId: string): boolean {
  return status === 'draft' && mandate?.helperId === workerId && !mandateEnded;
}

/** Filed for somebody who could not agree and not confirmed yet, or stopped by "this is not right". */
export function waitsForSupervisor({ status, objected, confirmBy, confirmed }: Request): boolean {
  if (status === 'withdrawn' || status === 'ended') return false;
  return objected !== undefined || (confirmBy !== undefined && !confirmed);
}

/** The nearest due first; what has no due day yet comes last, the oldest first. */
export function byDue(items: readonly QueueItem[]): QueueItem[] {
  return [...items].sort(
    (a, b) =>
      (a.request.due?.at ?? Infinity) - (b.request.due?.at ?? Infinity) ||
      a.request.changedAt - b.request.changedAt,
  );
}

export function countsOf(items: readonly QueueItem[], looking: Looking): Readonly<Record<QueueTab, number>> {
  const count = (tab: QueueTab) => items.filter((item) => isIn(tab, item.request, looking)).length;
  return {
    open: count('open'),
    mine: count('mine'),
    soon: count('soon'),
    overdue: count('overdue'),
    look: count('look'),
  };
}

/** All words must be found, in any order. A number may be typed as it is read out, in groups. */
export function search(items: readonly QueueItem[], typed: string): QueueItem[] {
  const query = even(typed).trim();
  const digits = query.replace(/[\s-]/gu, '');
  const isNumber = /^\d+$/u.test(digits);
  const terms = query.split(/[\s,，、]+/u).filter((term) => term !== '');
  return items.filter(
    ({ words, numbers }) =>
      terms.every((term) => words.includes(term)) ||
      (isNumber && numbers.some((run) => run.includes(digits))),
  );
}
