/**
 * A link (亲友关联): a resident's standing leave for a relative to help, by ticks, for twelve months at the most.
 * Every request still has a mandate of its own, which names the link.
 */
import type { Answers } from '#domain/answers/answer.ts';
import { givenFor } from '#domain/answers/asked.ts';
import type { Matter } from '#domain/matter/matter.ts';
import type { Refusal } from '#domain/request/action.ts';
import type { Mandate } from './mandate.ts';

/** See the state; file what touches neither money nor identity; file benefits too; get the messages. */
export const LINK_SCOPES = ['see', 'file-services', 'file-benefits', 'receive'] as const;
export type LinkScope = (typeof LINK_SCOPES)[number];

/** As the service or this device knows it. Times in ms since 1970. */
export type Link = {
  readonly id: string;
  readonly elderId: string;
  readonly helperId: string;
  readonly scopes: readonly LinkScope[];
  readonly from: number;
  readonly until: number;
  readonly endedAt?: number;
};

/** Who the helper is to the resident, in the resident's own choice of words. */
export const RELATIONS = ['daughter', 'son', 'spouse', 'grandchild', 'other'] as const;
export type Relation = (typeof RELATIONS)[number];

/** A link with the names that people know one another by. */
export type NamedLink = Link & {
  readonly elderName: string;
  readonly helperName: string;
  readonly relation: Relation;
};

/** Twelve months, in days of the calendar year. */
export const LINK_MOST_MS = 366 * 24 * 3_600_000;
/** As the national platform has it (民政通): one helper, four elders. */
export const ELDERS_MOST = 4;

/** Fields that make a matter a benefit: money, or who somebody is. */
export function touchesBenefit(matter: Matter | undefined, answers: Answers): boolean {
  return (matter?.fields ?? []).some(
    (field) =>
      (field.sensitive === 'money' || field.sensitive === 'identity') &&
      givenFor(answers, field.id) !== undefined,
  );
}

export type Leaning = {
  readonly mandate: Mandate;
  readonly helperId: string;
  readonly answers: Answers;
  readonly matter: Matter | undefined;
  /** `undefined`: not known on this side, so nothing is refused; `none`: there is none. */
  readonly link: Link | 'none' | undefined;
  /** ms since 1970. */
  readonly now: number;
};

/** Does the link that the mandate names carry it now? `undefined` when it does. */
export function linkRefusal({ mandate, helperId, answers, matter, link, now }: Leaning): Refusal | undefined {
  if (mandate.agreed.how !== 'linked') return 'link-missing';
  if (!link) return undefined;
  const fits =
    link !== 'none' &&
    link.id === mandate.agreed.linkId &&
    link.elderId === mandate.residentId &&
    link.helperId === helperId;
  if (!fits) return 'link-missing';
  if (link.endedAt !== undefined || now < link.from || now > link.until) return 'link-ended';
  const needs = touchesBenefit(matter, answers) ? 'file-benefits' : 'file-services';
  return link.scopes.includes(needs) ? undefined : 'not-in-link';
}
