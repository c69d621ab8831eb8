/**
 * A handed-over draft as the helper's form has it: what stands for each question and who said it, what came
 * while the helper was writing, what the helper puts in its place, and what goes out of it.
 *
 * Nothing is overwritten: values that came meanwhile wait until the helper has chosen.
 */
import type { Answers, Entries, Entry } from '#domain/answers/answer.ts';
import { isBlank } from '#domain/answers/typed.ts';
import { canonical } from '#domain/canonical.ts';
import type { Teller } from '#domain/request/action.ts';
import { everyValue, type Draft, type Value } from '#domain/request/draft.ts';

/** What the helper has seen and done beside the entries themselves. */
export type Hand = {
  /** Steps whose values the helper has had before their eyes. */
  readonly seen: readonly string[];
  /** By field: the step whose value the helper chose. */
  readonly picks: Readonly<Record<string, string>>;
  /** By field: whose words are in the box, where the helper put them there. */
  readonly told: Readonly<Record<string, Teller>>;
  /** By field: why the resident's own words are replaced. */
  readonly reasons: Readonly<Record<string, string>>;
};

export const NO_HAND: Hand = { seen: [], picks: {}, told: {}, reasons: {} };

/** An answer that was taken away; entries on the wire have no other word for it. */
const EMPTY: Entry = { type: 'typed', typed: '' };

export type FieldState = {
  /** Seen and standing, different ones only, oldest first. */
  readonly known: readonly Value[];
  /** Came while the form was open. */
  readonly fresh: readonly Value[];
  /** Everything seen that differs from what is in the box now, oldest first. */
  readonly others: readonly Value[];
  /** The value that is in the box; `undefined` when the helper wrote it, or nothing is there. */
  readonly chosen: Value | undefined;
  /** Two people said different things, and nobody has chosen yet. */
  readonly isOpen: boolean;
  /** The resident's own words would be replaced by the helper's. */
  readonly needsReason: boolean;
};

export function startHand(draft: Draft): Hand {
  return { ...NO_HAND, seen: everyValue(draft).map(({ id }) => id) };
}

/** What stands in the boxes at first: where people differ, nothing. */
export function startEntries(draft: Draft): Entries {
  return Object.fromEntries(
    Object.entries(draft.standing).flatMap(([field, values]) => {
      const [one, ...more] = distinct(values);
      return one && more.length === 0 && !same(one.entry, EMPTY) ? [[field, one.entry]] : [];
    }),
  );
}

export function fieldState(draft: Draft, hand: Hand, field: string, entry: Entry | undefined): FieldState {
  const standing = draft.standing[field] ?? [];
  const known = standing.filter(({ id }) => hand.seen.includes(id));
  const chosen = chosenValue(draft, hand, field, entry);
  const isOpen = distinct(known).length > 1 && entry === undefined && hand.picks[field] === undefined;
  const own = known.some((value) => value.teller === 'resident' && !same(value.entry, entry));
  return {
    known: distinct(known),
    fresh: standing.filter((value) => !hand.seen.includes(value.id)),
    others: distinct(
      everyValue(draft).filter(
        (value) => value.field === field && hand.seen.includes(value.id) && !same(value.entry, entry),
      ),
    ).filter((value) => !same(value.entry, EMPTY)),
    chosen,
    isOpen,
    needsReason: !isOpen && !chosen && own && hand.told[field] !== 'resident',
  };
}

export type Filling = {
  readonly entries: Entries;
  readonly seen: readonly string[];
  readonly reasons?: Readonly<Record<string, string>>;
  readonly told?: Readonly<Record<string, Teller>>;
};

/**
 * What the helper put in and nobody had said yet; `undefined` when there is nothing to send.
 * `unexplained` stands where the helper had no time to write why.
 */
export function fillingOf(
  draft: Draft,
  hand: Hand,
  entries: Entries,
  fields: readonly string[],
  unexplained: string,
): Filling | undefined {
  const changed = fields.filter((field) => {
    const { known, chosen, isOpen } = fieldState(draft, hand, field, entries[field]);
    return !isOpen && !chosen && (known.length > 0 || !same(entries[field], EMPTY));
  });
  if (changed.length === 0) return undefined;
  const reasons = changed
    .filter((field) => fieldState(draft, hand, field, entries[field]).needsReason)
    .map((field) => [field, isBlank(hand.reasons[field] ?? '') ? unexplained : hand.reasons[field]]);
  const told = changed.flatMap((field) => (hand.told[field] ? [[field, hand.told[field]]] : []));
  return {
    entries: Object.fromEntries(changed.map((field) => [field, entries[field] ?? EMPTY])),
    seen: hand.seen,
    ...(reasons.length > 0 && { reasons: Object.fromEntries(reasons) }),
    ...(told.length > 0 && { told: Object.fromEntries(told) }),
  };
}

/** By field, the step whose value is sent. */
export function chosenOf(
  draft: Draft,
  hand: Hand,
  entries: Entries,
  answers: Answers,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.keys(answers).flatMap((field) => {
      const value = chosenValue(draft, hand, field, entries[field]);
      return value ? [[field, value.id]] : [];
    }),
  );
}

function chosenValue(draft: Draft, hand: Hand, field: string, entry: Entry | undefined): Value | undefined {
  const fits = everyValue(draft).filter(
    (value) => value.field === field && hand.seen.includes(value.id) && same(value.entry, entry),
  );
  const stands = (draft.standing[field] ?? []).map(({ id }) => id);
  return (
    fits.find(({ id }) => id === hand.picks[field]) ??
    fits.find(({ id }) => stands.includes(id)) ??
    // Words that somebody replaced are said anew when they come back, unless the helper chose them.
    undefined
  );
}

/** Of several that say the same, the newest. */
function distinct(values: readonly Value[]): readonly Value[] {
  return values.filter((value, at) => !values.slice(at + 1).some((later) => same(later.entry, value.entry)));
}

export function same(one: Entry | undefined, other: Entry | undefined): boolean {
  return canonical(one ?? EMPTY) === canonical(other ?? EMPTY);
}
