/**
 * A draft that the resident and somebody else are writing: this phone's entries beside the values that stand
 * in the request. What is to be told, what may be taken in, and where the two differ. Pure.
 */
import type { Answers, Entries, Entry } from '#domain/answers/answer.ts';
import { canonical } from '#domain/canonical.ts';
import { everyValue, type Draft, type Value } from '#domain/request/draft.ts';

/** "Help me" was pressed: the draft is with the office as well, as a request that is not sent yet. */
export type HandedOver = {
  /** The newest `hand-over` step. */
  readonly stepId: string;
  /** The eight signs. On this phone only, and gone once they are used, over, or taken back. */
  readonly code?: string;
  /** Both by the service's clock as far as it is known here, ms since 1970. */
  readonly codeUntil: number;
  readonly until: number;
  /** By field, what the office has been told, and what came from there: what differs is told next. */
  readonly told: Entries;
  /** Fields on identity, health or money without a yes of their own: nobody else sees them. */
  readonly withheld: readonly string[];
  /** Where people differ: the id of the step whose value the resident chose, or `own`. */
  readonly picked?: Readonly<Record<string, string>>;
  /** Somebody came with the code. */
  readonly taken?: true;
  /** Taken back, or given back: from here on nothing more is told. */
  readonly over?: true;
};

/** What the phone holds of it. */
export type Side = { readonly entries: Entries; readonly handedOver: HandedOver };

/** A field where somebody else gave another value than the one on this phone. Nobody's overwrites. */
export type Differing = {
  readonly field: string;
  /** Absent when the resident has none. */
  readonly own: Entry | undefined;
  readonly others: readonly Value[];
};

/** In `picked`: the resident stays with the own words. */
export const OWN = 'own';
/** An answer that was taken back: an empty box, whatever the type of the question. */
const TAKEN_BACK: Entry = { type: 'typed', typed: '' };

/** What the office has not been told yet, by field. Never what the resident keeps from others. */
export function untold({ entries, handedOver: { told, withheld } }: Side): Entries {
  const fields = new Set([...Object.keys(entries), ...Object.keys(told)]);
  return Object.fromEntries(
    [...fields].flatMap((field) => {
      const entry = entries[field] ?? TAKEN_BACK;
      const isNews = !same(entry, told[field] ?? TAKEN_BACK);
      return isNews && !withheld.includes(field) ? [[field, entry]] : [];
    }),
  );
}

/** The steps whose values were on this phone's screen for these fields: its own, and what was taken in. */
export function shownFor(fields: readonly string[], draft: Draft, side: Side): readonly string[] {
  const { told } = side.handedOver;
  const values = fields.flatMap((field) => draft.standing[field] ?? []);
  return ids(values.filter((value) => isOwn(value) || same(value.entry, told[value.field])));
}

/** What others filled in where the resident has said nothing: it may stand on the phone's screen as well. */
export function toTakeIn(draft: Draft, { entries, handedOver: { told } }: Side): Entries {
  const spoken = new Set(everyValue(draft).filter(isOwn).map(fieldOf));
  return Object.fromEntries(
    Object.entries(draft.standing).flatMap(([field, [value, another]]) => {
      const isFree = !spoken.has(field) && same(entries[field], told[field]);
      return value && !another && isFree && !same(value.entry, entries[field]) ? [[field, value.entry]] : [];
    }),
  );
}

export function differing(draft: Draft, { entries }: Pick<Side, 'entries'>): readonly Differing[] {
  return Object.entries(draft.standing).flatMap(([field, values]) => {
    const others = values.filter((value) => !isOwn(value) && !same(value.entry, entries[field]));
    return others.length > 0 ? [{ field, own: entries[field], others }] : [];
  });
}

/** The entries with the resident's choices put in. */
export function withPicks({ entries, handedOver }: Side, draft: Draft): Entries {
  const picks = Object.entries(handedOver.picked ?? {}).flatMap(([field, id]) => {
    const value = draft.standing[field]?.find((one) => one.id === id);
    return value ? [[field, value.entry] as const] : [];
  });
  return { ...entries, ...Object.fromEntries(picks) };
}

/** By field of the answers: the step that brought what is sent. The resident's own step goes first. */
export function chosenFor(
  answers: Answers,
  entries: Entries,
  draft: Draft,
): Readonly<Record<string, string>> {
  const all = [...everyValue(draft)].reverse();
  return Object.fromEntries(
    Object.keys(answers).flatMap((field) => {
      const equal = all.filter((value) => value.field === field && same(value.entry, entries[field]));
      const value = equal.find(isOwn) ?? equal[0];
      return value ? [[field, value.id]] : [];
    }),
  );
}

/** Every step of the draft: on the page that sends it, all of them can be seen. */
export function allSteps(draft: Draft): readonly string[] {
  return ids(everyValue(draft));
}

/** Typed with the resident's own hand. */
export function isOwn({ by }: Value): boolean {
  return by.role === 'resident';
}

function ids(values: readonly Value[]): readonly string[] {
  return [...new Set(values.map(({ id }) => id))];
}

const fieldOf = ({ field }: Value): string => field;

export function same(one: Entry | undefined, other: Entry | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && canonical(one) === canonical(other));
}
