/**
 * What must hold when a draft that several people held has come to rest. It is read from the log alone, and
 * not from what the rule book made of it, so that a mistake there is not believed here.
 */
import type { Entry } from '#domain/answers/answer.ts';
import { givenFor } from '#domain/answers/asked.ts';
import { readEntry } from '#domain/answers/read-entry.ts';
import { canonical } from '#domain/canonical.ts';
import { ARRIVES_WITHIN_MS, type Mandate } from '#domain/mandate/mandate.ts';
import type { Action, Event } from '#domain/request/action.ts';
import { everyValue } from '#domain/request/draft.ts';
import type { Request } from '#domain/request/request.ts';
import { link, matter } from '#tests/support/make.ts';
import type { Outcome } from './assisted-run.ts';

type Filling = Extract<Action, { kind: 'hand-over' | 'fill' }>;
type Brought = { readonly action: Filling; readonly field: string; readonly entry: Entry };

export function assistedFaults(outcome: Outcome): string[] {
  const ids = new Set(outcome.log.map(({ action }) => action.requestId));
  return [
    ...agreement(outcome),
    ...[...ids].flatMap((id) => {
      const log = outcome.log.filter(({ action }) => action.requestId === id);
      const request = outcome.requests.get(id);
      if (!request) return [`${id} is in the log and nowhere else`];
      return [
        ...missing(log, request),
        ...afterTheEnd(log, outcome.linkEndedAt),
        ...overwritten(log),
        ...invented(log),
        ...notStopped(log),
      ];
    }),
  ];
}

/** Everybody has the same log, each step once, and whoever made a step that was refused still has it. */
function agreement({ log, devices, made }: Outcome): string[] {
  const inLog = log.map(({ action }) => action.id);
  const faults = new Set(inLog).size === inLog.length ? [] : ['a step is in the log twice'];
  for (const { person, log: own, waiting, refused } of devices) {
    if (canonical(own) !== canonical(log)) faults.push(`${person.id} has another log`);
    for (const { action } of refused)
      if (inLog.includes(action.id)) faults.push(`${action.kind} is refused here and accepted there`);
    const held = [...inLog, ...waiting.map(({ id }) => id), ...refused.map(({ action }) => action.id)];
    for (const { id, kind, by } of made)
      if (by.id === person.id && !held.includes(id)) faults.push(`a ${kind} by ${by.id} is lost`);
  }
  return faults;
}

function brought(log: readonly Event[]): readonly Brought[] {
  return log.flatMap(({ action }) =>
    action.kind === 'hand-over' || action.kind === 'fill'
      ? Object.entries(action.entries).map(([field, entry]) => ({ action, field, entry }))
      : [],
  );
}

/** Every answer that anybody gave can be read: in the trail, and in the draft or beside the answers. */
function missing(log: readonly Event[], request: Request): string[] {
  const open = log.map(({ action }) => action).find((action) => action.kind === 'open');
  const drafted = request.draft ? everyValue(request.draft) : [];
  const beside = [
    ...(request.later ?? []),
    ...Object.values(request.given ?? {}).flatMap(({ earlier }) => earlier),
  ];
  return brought(log).flatMap(({ action: { id, kind }, field, entry }) => {
    const line = request.trail.find((line) => line.id === id)?.entries ?? {};
    if (canonical(givenFor(line, field)) !== canonical(entry))
      return [`the ${kind} of ${field} is missing from the trail`];
    const kept = [...drafted, ...beside].some(
      (value) => value.id === id && value.field === field && canonical(value.entry) === canonical(entry),
    );
    // What the sender saw and did not send: the question is not asked any more, or the resident sends alone.
    const known =
      open &&
      (open.chosen?.[field] === id || (open.seen?.includes(id) && !givenFor(request.given ?? {}, field)));
    const gone = request.status === 'withdrawn' && request.draft === undefined;
    return kept || known || gone ? [] : [`the ${kind} of ${field} is nowhere but in the trail`];
  });
}

/** Nobody acts in a resident's name after the mandate's end: by word, by time, by its link. */
function afterTheEnd(log: readonly Event[], linkEndedAt: number | undefined): string[] {
  let offer: Mandate | undefined;
  let holds: Mandate | undefined;
  return log.flatMap(({ action, stamp }) => {
    const { kind, by, at } = action;
    if (kind === 'hand-over') {
      offer = { ...action.offer, helperId: '', agreed: { how: 'pressed' } };
      holds = undefined;
    }
    if (kind === 'end-mandate') holds = offer = undefined;
    if (kind === 'take-over' && offer) holds = { ...offer, helperId: by.id };
    if (kind === 'open' && action.mandate?.agreed.how === 'linked') holds = action.mandate;
    if (by.role === 'resident' || !['open', 'fill', 'add'].includes(kind)) return [];
    if (!holds || holds.helperId !== by.id) return [`a ${kind} by ${by.id} without a mandate`];
    if (at > holds.until || stamp.receivedAt > holds.until + ARRIVES_WITHIN_MS)
      return [`a ${kind} by ${by.id} after the mandate's time`];
    const linked = holds.agreed.how === 'linked';
    const over = linked && stamp.receivedAt > Math.min(linkEndedAt ?? Infinity, link().until);
    return over && stamp.receivedAt !== linkEndedAt ? [`a ${kind} by ${by.id} after the link's end`] : [];
  });
}

/** What a draft holds is replaced only by somebody who had it before the eyes, and can be read afterwards. */
function overwritten(log: readonly Event[]): string[] {
  return log.flatMap(({ action, stamp }, place) => {
    if (action.kind !== 'open' || !stamp.later) return [];
    const before = brought(log.slice(0, place));
    return before.flatMap(({ action: { id }, field }) => {
      const isSeen = action.seen?.includes(id) ?? false;
      const isSent = action.chosen?.[field] === id;
      const isLater = stamp.later?.some((value) => value.id === id && value.field === field) ?? false;
      return isSeen || isSent || isLater ? [] : [`${field} was sent over a value that nobody had seen`];
    });
  });
}

/** What a helper sends is what somebody gave. */
function invented(log: readonly Event[]): string[] {
  return log.flatMap(({ action }, place) => {
    if (action.kind !== 'open' || (!action.chosen && action.mandate?.agreed.how !== 'pressed')) return [];
    const before = brought(log.slice(0, place));
    return Object.entries(action.answers).flatMap(([id, answer]) => {
      const field = matter().fields.find((one) => one.id === id);
      const source = before.find((one) => one.field === id && one.action.id === action.chosen?.[id]);
      const read = field && readEntry(field, source?.entry, '2026-03-04');
      return read?.ok && canonical(read.value) === canonical(answer) ? [] : [`${id} was made up`];
    });
  });
}

/** After "this is not right" nobody goes on before a supervisor has seen to it. */
function notStopped(log: readonly Event[]): string[] {
  let stopped = false;
  return log.flatMap(({ action: { kind } }) => {
    if (kind === 'object') stopped = true;
    if (kind === 'settle') stopped = false;
    const goesOn = kind === 'take' || kind === 'finish' || kind === 'extend' || kind === 'send-back';
    return stopped && goesOn ? [`a ${kind} although the resident objected`] : [];
  });
}

/** In the draft as it stands at any moment: no value went that its replacer had not seen. */
export function lostOnTheWay(log: readonly Event[], states: readonly (Request | undefined)[]): string[] {
  return log.flatMap(({ action }, place) => {
    const before = states[place]?.draft;
    const after = states[place + 1]?.draft;
    if (!before || !after || (action.kind !== 'fill' && action.kind !== 'hand-over')) return [];
    const standing = Object.values(after.standing).flat();
    return Object.values(before.standing)
      .flat()
      .filter((value) => !standing.some(({ id, field }) => id === value.id && field === value.field))
      .flatMap((value) => {
        const isSeen =
          action.kind === 'fill'
            ? action.seen.includes(value.id)
            : (value.by.id === action.by.id && value.device === action.device) ||
              canonical(value.entry) === canonical(action.entries[value.field]);
        if (!isSeen) return [`${value.field} was replaced by somebody who had not seen it`];
        const isKept = after.earlier.some(({ id, field }) => id === value.id && field === value.field);
        return isKept ? [] : [`${value.field} was replaced and cannot be read any more`];
      });
  });
}
