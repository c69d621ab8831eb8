/** What stands on the consent screen, right or wrong, and the step that it makes. Nothing is chosen beforehand. */
import { untilFor, type Until } from '#app/mandate-choices.ts';
import { CODE_MS, sensitiveFields, type Power } from '#domain/mandate/mandate.ts';
import type { Entries } from '#domain/answers/answer.ts';
import type { Matter } from '#domain/matter/matter.ts';
import type { Office } from '#domain/office/office.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { DraftRow } from '#storage/database.ts';
import type { HandingOver } from '#storage/handed-over-draft.ts';

export type Consent = {
  readonly name: string;
  readonly until?: Until;
  /** Ids of sensitive fields, each with a yes of its own. */
  readonly sensitive: readonly string[];
  readonly more: readonly Power[];
};

export const MISSING = ['name', 'until'] as const;
export type Missing = (typeof MISSING)[number];

export type Frame = {
  readonly draft: DraftRow;
  readonly mandateId: string;
  readonly residentId: string;
  readonly officeId: string;
  readonly office: Office | undefined;
  /** The service's clock as far as it is known here, ms since 1970. */
  readonly from: number;
  /** Why, in words. */
  readonly reason: string;
  /** SHA-256 of the office and the code. */
  readonly codeHash: string;
};

export function withheldFrom(matter: Matter, consent: Consent): readonly string[] {
  return sensitiveFields(matter).filter((id) => !consent.sensitive.includes(id));
}

/** Everything that is missing, in the order of the screen; empty when it can be agreed to. */
export function missingIn({ name, until }: Consent): readonly Missing[] {
  return [...(name.trim() === '' ? (['name'] as const) : []), ...(until ? [] : (['until'] as const))];
}

/** All that was typed, right or wrong, but what nobody else is to see. */
export function handingOver(consent: Consent, frame: Frame): Result<HandingOver, readonly Missing[]> {
  const { draft, mandateId, residentId, officeId, office, from, reason, codeHash } = frame;
  const { matter } = draft;
  const missing = missingIn(consent);
  if (missing.length > 0 || !consent.until) return refuse(missing);
  return ok({
    kind: 'hand-over',
    requestId: draft.id,
    officeId,
    matterId: matter.id,
    matterVersion: matter.version,
    entries: without(draft.entries, withheldFrom(matter, consent)),
    offer: {
      id: mandateId,
      residentId,
      residentName: consent.name.trim(),
      matterId: matter.id,
      requestId: draft.id,
      powers: ['fill', 'submit', ...consent.more],
      sensitive: consent.sensitive,
      from,
      until: untilFor(consent.until, from, office),
      reason,
      codeHash,
      codeUntil: from + CODE_MS,
    },
  });
}

function without(entries: Entries, fields: readonly string[]): Entries {
  return Object.fromEntries(Object.entries(entries).filter(([id]) => !fields.includes(id)));
}
