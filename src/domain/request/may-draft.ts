/**
 * The guard of a draft that two people write, and of the mandate under which one of them does.
 *
 * The end of a mandate counts from its place in the office's log: what a helper did without a line, and what
 * the resident took back before it arrived, is refused with words and is never half done.
 */
import { givenFor } from '#domain/answers/asked.ts';
import { checkAnswers } from '#domain/answers/check-answers.ts';
import { readEntry } from '#domain/answers/read-entry.ts';
import { isBlank } from '#domain/answers/typed.ts';
import { canonical } from '#domain/canonical.ts';
import { linkRefusal } from '#domain/mandate/link.ts';
import {
  ARRIVES_WITHIN_MS,
  CODE_MS,
  latestEnd,
  openerRefusal,
  sensitiveFields,
} from '#domain/mandate/mandate.ts';
import type { Field, Matter } from '#domain/matter/matter.ts';
import type { Action, Refused } from './action.ts';
import { everyValue, ownWordsReplaced } from './draft.ts';
import type { Known } from './may-act.ts';
import type { Request } from './request.ts';
import { isOwner, isStaff } from './whose.ts';

type Of<Kind extends Action['kind']> = Extract<Action, { readonly kind: Kind }>;

export function mayHandOver(
  request: Request | undefined,
  action: Of<'hand-over'>,
  { office }: Known,
): Refused | undefined {
  if (action.by.role !== 'resident') return { reason: 'residents-only' };
  if (request && !isOwner(request, action.by)) return { reason: 'not-yours' };
  if (request && request.status !== 'draft') return { reason: 'already-open' };
  const { offer } = action;
  const fits =
    offer.residentId === action.by.id &&
    offer.requestId === action.requestId &&
    offer.matterId === action.matterId &&
    (!request || request.matterId === action.matterId);
  if (!fits) return { reason: 'mandate-not-for-this' };
  // Now, and not when somebody has typed everything and finds that it cannot be sent.
  if (isBlank(offer.reason)) return { reason: 'mandate-incomplete' };
  const tooLong =
    offer.until <= offer.from ||
    offer.codeUntil > offer.from + CODE_MS ||
    (office !== undefined && offer.until > latestEnd(offer.from, office));
  return tooLong ? { reason: 'mandate-too-long' } : undefined;
}

export function mayTakeOver(request: Request, action: Of<'take-over'>, known: Known): Refused | undefined {
  if (!isStaff(action.by.role)) return { reason: 'workers-only' };
  if (known.proof === 'wrong') return { reason: 'code-wrong' };
  if (request.status !== 'draft' || !request.draft) return { reason: 'not-a-draft' };
  if (request.mandateEnded) return { reason: 'mandate-ended' };
  if (request.mandate) return { reason: 'code-used' };
  const { codeUntil } = request.draft.offer;
  const late =
    action.at > codeUntil ||
    (known.receivedAt !== undefined && known.receivedAt > codeUntil + ARRIVES_WITHIN_MS);
  return late ? { reason: 'code-too-late' } : undefined;
}

export function mayFill(request: Request, action: Of<'fill'>, known: Known): Refused | undefined {
  if (Object.keys(action.entries).length === 0) return { reason: 'words-missing' };
  if (isOwner(request, action.by))
    return ['draft', 'open', 'taken'].includes(request.status) ? undefined : { reason: 'closed' };
  if (action.by.role === 'resident') return { reason: 'not-yours' };
  const outside = underMandate(request, action, known);
  if (outside) return outside;
  if (request.status !== 'draft' || !request.draft) return { reason: 'not-a-draft' };
  if (!request.mandate?.powers.includes('fill')) return { reason: 'mandate-not-for-this' };

  const { draft, mandate } = request;
  const secret = sensitiveFields(known.matter).find(
    (id) => givenFor(action.entries, id) !== undefined && !mandate.sensitive.includes(id),
  );
  if (secret !== undefined) return { reason: 'sensitive-not-named', field: secret };
  const unexplained = Object.entries(action.entries).find(
    ([field, entry]) =>
      givenFor(action.told ?? {}, field) !== 'resident' &&
      isBlank(givenFor(action.reasons ?? {}, field) ?? '') &&
      ownWordsReplaced(draft, field, action.seen).some((own) => !same(own.entry, entry)),
  );
  return unexplained && { reason: 'reason-missing', field: unexplained[0] };
}

/** Sends what was handed over: the resident alone after all, or the helper under the mandate. */
export function mayOpenDraft(request: Request, action: Of<'open'>, known: Known): Refused | undefined {
  const { matter } = known;
  if (action.matterId !== request.matterId || action.matterVersion !== request.matterVersion)
    return { reason: 'mandate-not-for-this' };
  if (action.by.role === 'resident' && !isOwner(request, action.by)) return { reason: 'not-yours' };
  if (action.by.role !== 'resident') {
    const outside = underMandate(request, action, known);
    if (outside) return outside;
    if (!request.mandate || !action.mandate || !same(request.mandate, action.mandate))
      return { reason: 'mandate-not-for-this' };
  }
  const unagreed = openerRefusal(action, known);
  if (unagreed) return { reason: unagreed };
  const invented = madeUp(request, action, matter);
  if (invented !== undefined) return { reason: 'answers-not-as-given', field: invented };
  const wrong = matter && checkAnswers(matter, action.answers);
  return wrong && { reason: 'answers-incomplete', field: wrong.field };
}

export function mayEndMandate(request: Request, action: Of<'end-mandate'>): Refused | undefined {
  const { by } = action;
  const named = request.mandate?.helperId === by.id && by.role !== 'administrator';
  if (by.role === 'resident' ? !isOwner(request, by) : !named && !isStaff(by.role))
    return { reason: 'not-yours' };
  if (!request.mandate && !request.draft) return { reason: 'mandate-missing' };
  if (request.mandateEnded) return { reason: 'mandate-ended' };
  if (!isOwner(request, by) && !named && isBlank(action.words)) return { reason: 'reason-missing' };
  return undefined;
}

/** Is this person the one whom the mandate names, and does it hold now? `undefined` when both. */
export function underMandate(request: Request, action: Action, known: Known): Refused | undefined {
  const { mandate } = request;
  if (!mandate) return { reason: 'mandate-missing' };
  if (action.by.role === 'administrator') return { reason: 'workers-only' };
  if (mandate.helperId !== action.by.id) return { reason: 'not-yours' };
  if (request.mandateEnded) return { reason: 'mandate-ended' };
  const { receivedAt, matter, link } = known;
  const over =
    action.at < mandate.from ||
    action.at > mandate.until ||
    (receivedAt !== undefined && receivedAt > mandate.until + ARRIVES_WITHIN_MS);
  if (over) return { reason: 'mandate-ended' };
  if (mandate.agreed.how !== 'linked') return undefined;
  // A helper's mandate lives no longer than the link that it names.
  const { answers } = request;
  const now = receivedAt ?? action.at;
  const reason = linkRefusal({ mandate, helperId: action.by.id, answers, matter, link, now });
  return reason && { reason };
}

/** The first answer of the request that nobody gave in the draft; a helper invents nothing. */
function madeUp(request: Request, action: Of<'open'>, matter: Matter | undefined): string | undefined {
  if (!action.chosen && action.by.role === 'resident') return undefined;
  const { chosen = {} } = action;
  const values = request.draft ? everyValue(request.draft) : [];
  return Object.keys(action.answers).find((id) => {
    const value = values.find((one) => one.field === id && one.id === givenFor(chosen, id));
    if (!value) return true;
    const field = matter?.fields.find((one) => one.id === id);
    if (!field) return false;
    const read = readEntry(
      timeless(field),
      value.entry,
      field.type === 'slots' ? '0000-01-01' : '9999-12-31',
    );
    return !read.ok || !same(read.value, action.answers[id]);
  });
}

/** What was right on the day when it was given is compared, not judged again. */
function timeless(field: Field): Field {
  return field.type === 'date' ? { ...field, range: 'any' } : field;
}

function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}
