/** What one acting session is made of. */
import type { Entries } from '#domain/answers/answer.ts';
import { sensitiveFields, type Mandate } from '#domain/mandate/mandate.ts';
import type { Field, Matter } from '#domain/matter/matter.ts';
import type { Refused } from '#domain/request/action.ts';
import type { ActingRoom } from '#storage/acting-room.ts';
import type { Hand } from './handed-form.ts';

export type Agreement = {
  readonly mandate: Mandate;
  readonly matter: Matter;
  /** What the resident or the office said already, to be read back like everything else. */
  readonly entries: Entries;
  readonly hand: Hand;
  /** The service's clock minus this device's, for the whole session. */
  readonly aheadMs: number;
  /** The refused `open` that this one takes the place of. */
  readonly mends?: string;
};

export type ActingSession = Agreement & {
  readonly room: ActingRoom;
  /** `turned`: the screen is the resident's, who fills in alone. */
  readonly step: 'fill' | 'turned' | 'read-back' | 'slip';
  /** The resident said "no" to what was read back. */
  readonly saidNo: boolean;
  /** This device's clock, ms since 1970. */
  readonly endsAt: number;
};

export type FileTrouble = { readonly at: 'refused'; readonly refused: Refused } | { readonly at: 'not-kept' };

/** The resident handed a draft over, and may be writing in it still. */
export function isHanded({ mandate }: { readonly mandate: Mandate }): boolean {
  return mandate.agreed.how === 'pressed';
}

/** A field on identity, health or money that the resident did not tick. */
export function isClosed(field: Field, mandate: Mandate): boolean {
  return field.sensitive !== undefined && !mandate.sensitive.includes(field.id);
}

/** The matter with only the questions that the mandate covers. */
export function coveredMatter(matter: Matter, mandate: Mandate): Matter {
  const closed = sensitiveFields(matter).filter((id) => !mandate.sensitive.includes(id));
  return closed.length === 0
    ? matter
    : { ...matter, fields: matter.fields.filter((field) => !closed.includes(field.id)) };
}
