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
import { LINK_MOST_MS, linkRefusal, type Link } from './link.ts';

export const POWERS = ['fill', 'submit', 'add', 'receive'] as const;
export type Power = (typeof POWERS)[number];

/** One line of a drawn signature: x and y by turns, whole numbers from 0 to 1000 of the sheet. */
export type Stroke = readonly number[];

export type Agreed =
  | { readonly how: 'signed'; readonly strokes: readonly Stroke[] }
  /** On the resident's own telephone, with the hand-over. */
  | { readonly how: 'pressed' }
  /** By a relative under a link that the resident made. */
  | { readonly how: 'linked'; readonly linkId: string }
  | { readonly how: 'witnessed'; readonly witnesses: readonly [string, string] }
  /** Statutory duty, not consent: urgent matters only, and a supervisor looks at it within one working day. */
  | { readonly how: 'cannot-agree'; readonly why: string };

export type Mandate = {
  readonly id: string;
  readonly residentId: string;
  /** As the paper says it: the resident may have no account, and the matter may not ask for a name. */
  readonly residentName: string;
  /** With the slip's number it shows the resident what was done in his or her name, without an account. */
  readonly birthYear?: number;
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

/** What the resident agrees to with "help me": a mandate for whoever comes with the code. */
export type Offer = Omit<Mandate, 'helperId' | 'agreed'> & {
  /** Lower-case hex SHA-256 of "<office id>:<code>". The code itself is only on the two screens. */
  readonly codeHash: string;
  /** The code's end, ms since 1970; half an hour at most. */
  readonly codeUntil: number;
};

export const CODE_MS = 30 * 60_000;

/** All answers were read out again before sending, and this is the yes. */
export type ReadBack = { readonly at: number; readonly how: 'pressed' | 'signed' };

type Opening = Extract<Action, { readonly kind: 'open' }>;

export type MandateFacts = {
  readonly matter: Matter | undefined;
  readonly office: OfficeTime | undefined;
  /** The service's clock on receipt; absent on a device. */
  readonly receivedAt?: number;
  /** The link that a helper's mandate names. `undefined`: not known on this side; `none`: there is none. */
  readonly link?: Link | 'none';
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

/** A resident files for himself; a worker by a mandate for this one request; a helper by a link. */
export function openerRefusal(action: Opening, facts: MandateFacts): Refusal | undefined {
  switch (action.by.role) {
    case 'resident':
      return action.mandate ? 'mandate-not-for-this' : undefined;
    case 'helper':
      return mandateRefusal(action.mandate, action, action.at, facts) ?? leaningRefusal(action, facts);
    case 'worker':
    case 'supervisor':
      return mandateRefusal(action.mandate, action, action.at, facts);
    case 'administrator':
      return 'workers-only';
  }
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
  // Who has pressed "help me" on an own phone is known by it, and may not have come to the name yet.
  const nameless = isBlank(mandate.residentName) && mandate.agreed.how !== 'pressed';
  if (isBlank(mandate.reason) || nameless) return 'mandate-incomplete';

  // 2. Does it hold now?
  const linked = mandate.agreed.how === 'linked';
  if (mandate.until <= mandate.from) return 'mandate-too-long';
  if (linked && mandate.until > mandate.from + LINK_MOST_MS) return 'mandate-too-long';
  if (!linked && office && mandate.until > latestEnd(mandate.from, office)) return 'mandate-too-long';
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

function leaningRefusal(action: Opening, { matter, link, receivedAt }: MandateFacts): Refusal | undefined {
  const { mandate, answers, by, at } = action;
  if (!mandate) return 'mandate-missing';
  return linkRefusal({ mandate, helperId: by.id, answers, matter, link, now: receivedAt ?? at });
}

function agreedRefusal(agreed: Agreed, action: Opening, matter: Matter | undefined): Refusal | undefined {
  // Whose way it is: only a hand-over gives the one, only a helper's link the other.
  if ((agreed.how === 'pressed') !== (action.chosen !== undefined)) return 'not-agreed';
  if ((agreed.how === 'linked') !== (action.by.role === 'helper')) return 'not-agreed';
  switch (agreed.how) {
    case 'pressed':
    case 'linked':
      return undefined;
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
  // A relative far away cannot read back: the resident is asked afterwards, and may say no.
  if (mandate.agreed.how === 'cannot-agree' || mandate.agreed.how === 'linked') return undefined;
  if (!readBack) return 'not-read-back';
  return readBack.at < mandate.from || readBack.at > at ? 'not-read-back' : undefined;
}
