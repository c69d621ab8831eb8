/** What a step changes. It decides nothing: what the service has accepted is taken as it is. */
import { givenFor } from '#domain/answers/asked.ts';
import { canonical } from '#domain/canonical.ts';
import type { Action, Stamp } from './action.ts';
import { fillIn, givenBy, standingFor, tellerOf, unseen, valuesOf, type Draft, type Given } from './draft.ts';
import type { Request } from './request.ts';
import { trailLine } from './trail.ts';

type Opening = Extract<Action, { readonly kind: 'open' }>;
type HandOver = Extract<Action, { readonly kind: 'hand-over' }>;

/** `stamp` is absent while only this device knows of the step. */
export function apply(request: Request | undefined, action: Action, stamp?: Stamp): Request | undefined {
  if (action.kind === 'open')
    return request && request.status !== 'draft' ? request : opened(request, action, stamp);
  if (action.kind === 'hand-over' && (!request || request.status === 'draft'))
    return handedOver(request, action, stamp);
  if (!request) return undefined;

  const line = trailLine(action, stamp);
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
    case 'take-over':
      return takenOver(next, action.by.id);
    case 'fill': {
      const values = valuesOf(action, stamp);
      if (next.draft) return { ...next, draft: fillIn(next.draft, values, action.seen) };
      return { ...next, later: [...(next.later ?? []), ...values] };
    }
    case 'end-mandate':
      return { ...next, mandateEnded: { at: line.at, by: action.by } };
    case 'object':
      return { ...next, objected: { at: line.at, by: action.by, about: action.about } };
    case 'confirm':
      return {
        ...next,
        confirmed: { at: line.at, ...(line.byName !== undefined && { byName: line.byName }) },
      };
    case 'settle': {
      const { objected: _heard, ...kept } = next;
      const looked = kept.confirmBy && !kept.confirmed && { confirmed: { at: line.at } };
      return action.outcome === 'ended' ? { ...kept, status: 'ended' } : { ...kept, ...looked };
    }
    case 'agree': {
      const { awaits: _agreed, ...kept } = next;
      return kept;
    }
    default:
      return next; // `add`, `write`, and kinds of a newer version: the trail has them
  }
}

/** A request, from nothing or from the draft that was handed over. */
function opened(before: Request | undefined, action: Opening, stamp: Stamp | undefined): Request {
  const line = trailLine(action, stamp);
  const draft = before?.draft;
  const given = stamp?.given ?? givenAtOpening(draft, action, line.at);
  const later = stamp?.later ?? (draft && unseen(draft, action.chosen ?? {}, action.seen ?? []));
  return {
    id: action.requestId,
    officeId: action.officeId,
    residentId: before?.residentId ?? action.mandate?.residentId ?? action.by.id,
    matterId: action.matterId,
    matterVersion: action.matterVersion,
    answers: action.answers,
    status: 'open',
    extended: false,
    ...(stamp?.number !== undefined && { number: stamp.number }),
    ...(stamp?.answerable && { answerable: stamp.answerable }),
    ...(stamp?.due && { due: stamp.due }),
    ...(action.mandate && { mandate: action.mandate }),
    ...(action.mandate && before?.mandateEnded && { mandateEnded: before.mandateEnded }),
    ...(given && { given }),
    ...(later && later.length > 0 && { later }),
    ...(stamp?.confirmBy && { confirmBy: stamp.confirmBy }),
    ...(stamp?.awaits && { awaits: stamp.awaits }),
    trail: [...(before?.trail ?? []), line],
    changedAt: line.at,
  };
}

/** Whose words the answers are; nobody asks that of what a resident filed alone. */
function givenAtOpening(
  draft: Draft | undefined,
  { answers, by, device, mandate, told, chosen, seen }: Opening,
  at: number,
): Readonly<Record<string, Given>> | undefined {
  if (draft && chosen) return givenBy(draft, chosen, seen ?? []);
  if (!mandate) return undefined;
  const given = (field: string): Given => ({
    teller: tellerOf(by, told && givenFor(told, field)),
    by,
    at,
    device,
    earlier: [],
  });
  return Object.fromEntries(Object.keys(answers).map((field) => [field, given(field)]));
}

/**
 * A draft from nothing, or the same one handed over again: a mandate that was is over. It takes the place of what
 * came from this same phone, or says the same; what others gave meanwhile, seen or not, stays beside it.
 */
function handedOver(before: Request | undefined, action: HandOver, stamp: Stamp | undefined): Request {
  const line = trailLine(action, stamp);
  const empty: Draft = { offer: action.offer, standing: {}, earlier: [] };
  const draft = valuesOf(action, stamp).reduce<Draft>(
    (filled, value) => {
      const settled = standingFor(filled, value.field).filter(
        (one) =>
          (one.by.id === value.by.id && one.device === value.device) ||
          canonical(one.entry) === canonical(value.entry),
      );
      const seen = settled.map(({ id }) => id);
      return fillIn(filled, [value], seen);
    },
    { ...(before?.draft ?? empty), offer: action.offer },
  );
  return {
    id: action.requestId,
    officeId: action.officeId,
    residentId: action.by.id,
    matterId: action.matterId,
    matterVersion: action.matterVersion,
    answers: {},
    status: 'draft',
    extended: false,
    draft,
    trail: [...(before?.trail ?? []), line],
    changedAt: line.at,
  };
}

function takenOver(draft: Request, helperId: string): Request {
  if (!draft.draft) return draft;
  const { codeHash: _code, codeUntil: _end, ...offered } = draft.draft.offer;
  const { mandateEnded: _before, ...kept } = draft;
  return { ...kept, mandate: { ...offered, helperId, agreed: { how: 'pressed' } } };
}
