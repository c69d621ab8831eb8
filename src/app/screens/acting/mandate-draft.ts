/** What stands on the mandate's screen, right or wrong, and the mandate that it makes. */
import { untilFor, type Until } from '#app/mandate-choices.ts';
import {
  sensitiveFields,
  type Agreed,
  type Mandate,
  type Power,
  type Stroke,
} from '#domain/mandate/mandate.ts';
import type { Matter } from '#domain/matter/matter.ts';
import type { Office } from '#domain/office/office.ts';
import { ok, refuse, type Result } from '#domain/result.ts';

export const REASONS = ['no-phone', 'cannot-see', 'hands', 'other'] as const;
export type Reason = (typeof REASONS)[number];
export const WAYS = ['signed', 'witnessed', 'cannot-agree'] as const;

/** Nothing is chosen beforehand. */
export type MandateDraft = {
  readonly more: readonly Power[];
  readonly until?: Until;
  readonly reason?: Reason;
  readonly otherReason: string;
  /** As typed; may stay empty. */
  readonly born: string;
  readonly sensitive: readonly string[];
  readonly how?: (typeof WAYS)[number];
  readonly strokes: readonly Stroke[];
  readonly witnesses: readonly [string, string];
  readonly why: string;
};

export const EMPTY: MandateDraft = {
  more: [],
  otherReason: '',
  born: '',
  sensitive: [],
  strokes: [],
  witnesses: ['', ''],
  why: '',
};

export const MISSING = ['until', 'reason', 'born', 'sensitive', 'how', 'sign', 'witnesses', 'why'] as const;
export type Missing = (typeof MISSING)[number];

export type MandateFrame = Pick<Mandate, 'id' | 'residentId' | 'residentName' | 'helperId' | 'requestId'> & {
  readonly matter: Matter;
  readonly office: Office | undefined;
  /** The service's clock as far as it is known here, ms since 1970. */
  readonly from: number;
  /** The chosen reason in words. */
  readonly reason: string;
};

/** The mandate, or everything that is missing, in the order of the screen. */
export function mandateOf(draft: MandateDraft, frame: MandateFrame): Result<Mandate, readonly Missing[]> {
  const { matter, office, from, reason, ...ids } = frame;
  const agreed = agreedOf(draft);
  const open: Missing[] = [];
  if (!draft.until) open.push('until');
  if (reason.trim() === '') open.push('reason');
  const born = bornIn(draft.born, from);
  if (born === 'not-a-year') open.push('born');
  if (mustBeNamed(matter).some((id) => !draft.sensitive.includes(id))) open.push('sensitive');
  if (!draft.how) open.push('how');
  else if (!agreed)
    open.push(draft.how === 'signed' ? 'sign' : draft.how === 'witnessed' ? 'witnesses' : 'why');
  if (open.length > 0 || !agreed || !draft.until || born === 'not-a-year') return refuse(open);
  return ok({
    ...ids,
    matterId: matter.id,
    powers: ['fill', 'submit', ...draft.more],
    sensitive: draft.sensitive,
    from,
    until: untilFor(draft.until, from, office),
    reason: reason.trim(),
    ...(born !== undefined && { birthYear: born }),
    agreed,
  });
}

/** A year that somebody alive can be born in; nothing when nothing was typed. */
function bornIn(typed: string, now: number): number | 'not-a-year' | undefined {
  const digits = typed.normalize('NFKC').replace(/[\s年]/gu, '');
  if (digits === '') return undefined;
  const year = /^\d{4}$/u.test(digits) ? Number(digits) : 0;
  return year >= 1900 && year <= new Date(now).getFullYear() ? year : 'not-a-year';
}

/** A question that must be answered needs its yes; one that may be passed over is left out without it. */
function mustBeNamed(matter: Matter): readonly string[] {
  const optional = matter.fields.filter((field) => field.optional).map(({ id }) => id);
  return sensitiveFields(matter).filter((id) => !optional.includes(id));
}

function agreedOf({ how, strokes, witnesses, why }: MandateDraft): Agreed | undefined {
  const [one, other] = [witnesses[0].trim(), witnesses[1].trim()];
  switch (how) {
    case 'signed':
      return strokes.some((stroke) => stroke.length > 2) ? { how, strokes } : undefined;
    case 'witnessed':
      return one !== '' && other !== '' && one !== other ? { how, witnesses: [one, other] } : undefined;
    case 'cannot-agree':
      return why.trim() === '' ? undefined : { how, why: why.trim() };
    default:
      return undefined;
  }
}
