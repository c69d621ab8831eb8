/**
 * A mandate (委托): who may act for whom, on what, until when, and how it was agreed.
 *
 * Five things stand in it (民法典 第一百六十五条): who acts, the matter, the powers, the time, and the
 * resident's own yes. To rate and to withdraw cannot be given away, so there is no word for them here.
 */
import { givenFor } from '#domain/answers/asked.ts';
import { isBlank } from '#domain/answers/typed.ts';
import { urgencyFor } from '#domain/deadlines/due.ts';
import { dayEnd, type OfficeTime } from '#domain/deadlines/working-days.ts';
import type { Matter } from '#domain/matter/matter.ts';
import type { Action, Refusal } from '#domain/request/action.ts';

export const POWERS = ['fill', 'submit', 'add', 'receive'] as const;
export type Power = (typeof POWERS)[number];

/** One line of a drawn signature: x and y by turns, whole numbers from 0 to 1000 of the sheet. */
export type Stroke = readonly number[];

export type Agreed =
  | { readonly how: 'signed'; readonly strokes: readonly Stroke[] }
  | { readonly how: 'witnessed'; readonly witnesses: readonly [string, string] }
  /** Statutory duty, not consent: urgent matters only, and a supervisor looks at it within one working day. */
  | { readonly how: 'cannot-agree'; readonly why: string };

export type Mandate = {
  readonly id: string;
  readonly residentId: string;
  /** As the paper says it: the resident may have no account, and the matter may not ask for a name. */
  readonly residentName: string;
  readonly helperId: string;
  readonly matterId: string;
  readonly requestId: string;
  readonly powers: readonly Power[];
  /** Ids of the fields on identity, health or money that were read out one by one. */
  readonly sensitive: readonly string[];
  /** ms since 1970, both ends within. */
  readonly from: number;
  readonly until: number;
  /** Why somebody else does it. */
  readonly reason: string;
  readonly agreed: Agreed;
};

/** All answers were read out again before sending, and this is the yes. */
export type ReadBack = { readonly at: number; readonly how: 'pressed' | 'signed' };

type Opening = Extract<Action, { readonly kind: 'open' }>;

export type MandateFacts = {
  readonly matter: Matter | undefined;
  readonly office: OfficeTime | undefined;
  /** The service's clock on receipt; absent on a device. */
  readonly receivedAt?: number;
};

/** An evening's visit must still be possible after closing time. */
const AFTER_HOURS_MS = 2 * 3_600_000;
/**
 * What was done in time may arrive later: from a home without a line, or again after the service lost its
 * log. A clock that was set back gains no more than this.
 */
export const ARRIVES_WITHIN_MS = 3 * 24 * 3_600_000;

/** The latest end that a mandate made now may have: today's closing time, or two hours for a late visit. */
export function latestEnd(from: number, office: OfficeTime): number {
  return Math.max(dayEnd(from, office), from + AFTER_HOURS_MS);
}

/** A resident files for himself; a worker by a mandate of his own. Only workers hold mandates so far. */
export function openerRefusal(action: Opening, facts: MandateFacts): Refusal | undefined {
  if (action.by.role === 'worker') return mandateRefusal(action.mandate, action, action.at, facts);
  return action.mandate ? 'mandate-not-for-this' : undefined;
}

/** Does the mandate cover this request, at `at` (ms since 1970)? `undefined` when it does. */
export function mandateRefusal(
  mandate: Mandate | undefined,
  action: Opening,
  at: number,
  { matter, office, receivedAt }: MandateFacts,
): Refusal | undefined {
  if (!mandate) return 'mandate-missing';
  // 1. Is it this helper's, on this matter, for this one request, and wide enough?
  const covers =
    mandate.helperId === action.by.id &&
    mandate.residentId !== action.by.id && // nobody deals with himself (第一百六十八条)
    mandate.matterId === action.matterId &&
    mandate.requestId === action.requestId &&
    mandate.powers.includes('fill') &&
    mandate.powers.includes('submit');
  if (!covers) return 'mandate-not-for-this';
  if (isBlank(mandate.reason) || isBlank(mandate.residentName)) return 'mandate-incomplete';

  // 2. Does it hold now?
  if (mandate.until <= mandate.from || (office && mandate.until > latestEnd(mandate.from, office)))
    return 'mandate-too-long';
  if (at < mandate.from || at > mandate.until) return 'mandate-ended';
  if (receivedAt !== undefined && receivedAt > mandate.until + ARRIVES_WITHIN_MS) return 'mandate-ended';

  // 3. Was it agreed to, with every field that needs its own yes?
  const named = sensitiveFields(matter).every(
    (id) => !givenFor(action.answers, id) || mandate.sensitive.includes(id),
  );
  if (!named) return 'sensitive-not-named';
  return agreedRefusal(mandate.agreed, action, matter) ?? readBackRefusal(mandate, action, at);
}

/** Fields of a matter that must be named one by one, asked or not. */
export function sensitiveFields(matter: Matter | undefined): readonly string[] {
  return (matter?.fields ?? []).flatMap((field) => (field.sensitive ? [field.id] : []));
}

function agreedRefusal(agreed: Agreed, action: Opening, matter: Matter | undefined): Refusal | undefined {
  switch (agreed.how) {
    case 'signed':
      return agreed.strokes.some((stroke) => stroke.length > 2) ? undefined : 'not-agreed';
    case 'witnessed': {
      const [one, other] = agreed.witnesses.map((name) => name.trim());
      return !one || !other || one === other ? 'not-agreed' : undefined;
    }
    case 'cannot-agree':
      if (isBlank(agreed.why)) return 'mandate-incomplete';
      return matter && urgencyFor(matter, action.answers) === 'ordinary' ? 'urgent-only' : undefined;
  }
}

function readBackRefusal(mandate: Mandate, { readBack }: Opening, at: number): Refusal | undefined {
  if (mandate.agreed.how === 'cannot-agree') return undefined;
  if (!readBack) return 'not-read-back';
  return readBack.at < mandate.from || readBack.at > at ? 'not-read-back' : undefined;
}
