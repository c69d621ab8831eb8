/** The mandate that a helper writes under: one request, seven days at most, and never longer than the link. */
import type { LinkScope, NamedLink } from '#domain/mandate/link.ts';
import type { Mandate } from '#domain/mandate/mandate.ts';
import type { Field, Matter } from '#domain/matter/matter.ts';
import type { DraftRow, ForElder } from '#storage/database.ts';

export const WHYS = ['asked', 'cannot-see', 'hands', 'no-phone'] as const;
export type Why = (typeof WHYS)[number];

const MANDATE_MS = 7 * 86_400_000;

type Making = {
  readonly link: NamedLink;
  readonly called: string;
  readonly mandateId: string;
  readonly requestId: string;
  readonly matter: Matter;
  /** In words, as the elder and the office will read it. */
  readonly reason: string;
  /** ms since 1970 by the service's clock, as far as it is known here. */
  readonly now: number;
};

export function makeForElder({ link, called, mandateId, requestId, matter, reason, now }: Making): ForElder {
  const mandate: Mandate = {
    id: mandateId,
    residentId: link.elderId,
    residentName: link.elderName,
    helperId: link.helperId,
    matterId: matter.id,
    requestId,
    powers: ['fill', 'submit', 'add', ...(link.scopes.includes('receive') ? (['receive'] as const) : [])],
    sensitive: namedIn(matter, link.scopes).map(({ id }) => id),
    from: now,
    until: Math.min(link.until, now + MANDATE_MS),
    reason,
    agreed: { how: 'linked', linkId: link.id },
  };
  return { mandate, called };
}

/** The fields on identity, health or money that this link lets a helper answer, each to be named. */
export function namedIn(matter: Matter, scopes: readonly LinkScope[]): readonly Field[] {
  return matter.fields.filter(
    (field) => field.sensitive && (field.sensitive === 'health' || scopes.includes('file-benefits')),
  );
}

/** Can it be filed at all without an answer on money or identity? */
export function isBenefit(matter: Matter): boolean {
  return matter.fields.some(
    ({ sensitive, optional, onlyIf }) =>
      (sensitive === 'money' || sensitive === 'identity') && !optional && !onlyIf,
  );
}

/** The matters that a helper may begin under this link. */
export function mayBegin(matter: Matter, scopes: readonly LinkScope[]): boolean {
  if (!matter.filers.includes('family')) return false;
  return scopes.includes(isBenefit(matter) ? 'file-benefits' : 'file-services');
}

/** Where a draft's matter is explained: for somebody else that is a screen of its own. */
export function matterPath({ matterId, forElder }: DraftRow): string {
  const agreed = forElder?.mandate.agreed;
  return agreed?.how === 'linked' ? `/helping/${agreed.linkId}/matter/${matterId}` : `/matter/${matterId}`;
}
