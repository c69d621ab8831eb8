/**
 * Whether a name sounds like what was typed: whole syllables, initials, or both, and as many people type
 * them who never learned to tell l from n, zh from z, or -ang from -an. Hanzi of the same sound count too.
 *
 * Pure: who asks brings the readings.
 */

/** All readings of one hanzi in lower-case letters without tones, ü as v; empty when it has none that is known. */
export type ReadingsOf = (hanzi: string) => readonly string[];

/** Letters are wrong, or it begins after the family name. The smaller, the nearer. */
const FUZZY = 1;
const LATER = 2;

const INITIALS: readonly (readonly [string, string])[] = [
  ['zh', 'z'],
  ['ch', 'c'],
  ['sh', 's'],
  ['l', 'n'],
];
const FINALS: readonly (readonly [string, string])[] = [
  ['ang', 'an'],
  ['eng', 'en'],
  ['ing', 'in'],
];

/** 0 is the same sound from the family name on; more is farther; `undefined` is another name. */
export function soundDistance(name: string, typed: string, readingsOf: ReadingsOf): number | undefined {
  const pieces = piecesOf(typed);
  const syllables = [...name].map((hanzi) => ({ hanzi, readings: readingsOf(hanzi) }));
  if (pieces.length === 0) return undefined;
  const far = syllables.flatMap((_, start) => {
    const rest = distance(syllables.slice(start), pieces, readingsOf);
    return rest === undefined ? [] : [rest + (start > 0 ? LATER : 0)];
  });
  return far.length > 0 ? Math.min(...far) : undefined;
}

type Syllable = { readonly hanzi: string; readonly readings: readonly string[] };

/** Runs of letters and single hanzi: each begins a new syllable. */
function piecesOf(typed: string): readonly string[] {
  const plain = typed
    .normalize('NFKD')
    .toLowerCase()
    .replace(/u\u0304?\u0308|u:/gu, 'v')
    .replace(/\p{Mn}/gu, '');
  return plain.match(/\p{Script=Han}|[a-z]+/gu) ?? [];
}

function distance(
  syllables: readonly Syllable[],
  pieces: readonly string[],
  readingsOf: ReadingsOf,
): number | undefined {
  const [piece, ...later] = pieces;
  if (piece === undefined) return 0;
  const [syllable, ...others] = syllables;
  if (!syllable) return undefined;
  const isHanzi = /\p{Script=Han}/u.test(piece);
  const steps = isHanzi
    ? [{ cost: hanziCost(syllable, piece, readingsOf), rest: '' }]
    : spellings(syllable.readings).flatMap(({ spelled, cost }) =>
        restsAfter(piece, spelled).map((rest) => ({ cost, rest })),
      );
  return nearest(
    steps.map(({ cost, rest }) => {
      const after = cost && distance(others, rest === '' ? later : [rest, ...later], readingsOf);
      return cost === undefined
        ? undefined
        : cost === 0
          ? distance(others, rest === '' ? later : [rest, ...later], readingsOf)
          : after === undefined
            ? undefined
            : cost + after;
    }),
  );
}
