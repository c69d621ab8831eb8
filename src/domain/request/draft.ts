/**
 * A request that is not sent yet and that two people may be writing: the resident on the phone, and who helps.
 *
 * Each field holds every value that nobody who had it before their eyes has replaced (a multi-value register:
 * Shapiro et al., RR-7506, 2011, section 3.2.2). Two people at once leave two values, neither overwrites,
 * and whoever sends chooses with both shown.
 */
import type { Entry } from '#domain/answers/answer.ts';
import { givenFor } from '#domain/answers/asked.ts';
import type { Offer } from '#domain/mandate/mandate.ts';
import type { Action, Person, Stamp, Teller } from './action.ts';

/** One value that somebody gave for one field, by the step that brought it. */
export type Value = {
  /** The step's id. */
  readonly id: string;
  readonly field: string;
  readonly entry: Entry;
  readonly by: Person;
  readonly byName?: string;
  /** Whose words they are, which need not be the hand that typed them. */
  readonly teller: Teller;
  /** The service's clock once received, else the device's; ms since 1970. */
  readonly at: number;
  readonly device: string;
  /** Why it replaced the resident's own words. */
  readonly reason?: string;
};

export type Draft = {
  /** The newest "help me". */
  readonly offer: Offer;
  /** By field, oldest first: what stands, more than one where people differ. */
  readonly standing: Readonly<Record<string, readonly Value[]>>;
  /** What was replaced, oldest first. Nothing leaves it. */
  readonly earlier: readonly Value[];
};

/** Whose words an answer is, and all that was said for the field before or beside it. */
export type Given = {
  readonly teller: Teller;
  readonly by: Person;
  readonly byName?: string;
  readonly at: number;
  readonly device: string;
  readonly reason?: string;
  readonly earlier: readonly Value[];
};

type Filling = Extract<Action, { readonly kind: 'hand-over' | 'fill' }>;

/** The values that a step brings, one a field. */
export function valuesOf(action: Filling, stamp: Stamp | undefined): readonly Value[] {
  const told = action.kind === 'fill' ? (action.told ?? {}) : {};
  const reasons = action.kind === 'fill' ? (action.reasons ?? {}) : {};
  return Object.entries(action.entries).map(([field, entry]) => {
    const reason = givenFor(reasons, field);
    return {
      id: action.id,
      field,
      entry,
      by: action.by,
      teller: tellerOf(action.by, givenFor(told, field)),
      at: stamp?.receivedAt ?? action.at,
      device: action.device,
      ...(stamp?.byName !== undefined && { byName: stamp.byName }),
      ...(reason !== undefined && { reason }),
    };
  });
}

/**
 * Whose words they are, by whose hand they came and what that person says. A resident speaks for himself; a
 * helper can pass on the resident's words; the office's records are for those who work there to quote.
 */
export function tellerOf(by: Person, said?: Teller): Teller {
  if (by.role === 'resident') return 'resident';
  if (by.role === 'helper') return said === 'resident' ? 'resident' : 'helper';
  return said ?? 'worker';
}

/** What stands for a field, oldest first. Ids come from the wire, so that "toString" is a field like any other. */
export function standingFor(draft: Draft, field: string): readonly Value[] {
  return givenFor(draft.standing, field) ?? [];
}

/** Puts the values in: each takes the place of those whose step is in `seen`, and stands beside the others. */
export function fillIn(draft: Draft, values: readonly Value[], seen: readonly string[]): Draft {
  return values.reduce<Draft>((filled, value) => {
    const before = standingFor(filled, value.field);
    const replaced = before.filter(({ id }) => seen.includes(id));
    const beside = before.filter(({ id }) => !seen.includes(id));
    return {
      ...filled,
      standing: { ...filled.standing, [value.field]: [...beside, value] },
      earlier: [...filled.earlier, ...replaced],
    };
  }, draft);
}

/** The resident's own words that a value would replace. */
export function ownWordsReplaced(draft: Draft, field: string, seen: readonly string[]): readonly Value[] {
  return standingFor(draft, field).filter((value) => value.teller === 'resident' && seen.includes(value.id));
}

/** Every value that was ever given in the draft, oldest first in each part. */
export function everyValue(draft: Draft): readonly Value[] {
  return [...draft.earlier, ...Object.values(draft.standing).flat()];
}

/** At sending: by field, who gave the chosen value, and everything else that was said for it and was seen. */
export function givenBy(
  draft: Draft,
  chosen: Readonly<Record<string, string>>,
  seen: readonly string[],
): Readonly<Record<string, Given>> {
  const all = everyValue(draft);
  return Object.fromEntries(
    Object.entries(chosen).flatMap(([field, id]) => {
      const one = all.find((value) => value.field === field && value.id === id);
      if (!one) return [];
      const { teller, by, byName, at, device, reason } = one;
      const earlier = all.filter(
        (value) => value.field === field && value.id !== id && seen.includes(value.id),
      );
      return [
        [
          field,
          {
            teller,
            by,
            at,
            device,
            earlier,
            ...(byName !== undefined && { byName }),
            ...(reason !== undefined && { reason }),
          },
        ],
      ];
    }),
  );
}

/** What nobody had seen when the request was sent: it came later, and stands beside the request. */
export function unseen(
  draft: Draft,
  chosen: Readonly<Record<string, string>>,
  seen: readonly string[],
): readonly Value[] {
  return everyValue(draft).filter(({ id, field }) => !seen.includes(id) && givenFor(chosen, field) !== id);
}
