/**
 * Whether a name sounds like what was typed: whole syllables, initials, or both, and as many people type
 * who never learned to tell l from n, zh from z, or -ang from -an. Hanzi of the same sound count too.
 *
 * Pure: who asks brings the readings.
 */

/** All readings of one hanzi: lower-case letters without tones, ü as v. Empty when none is known. */
export type ReadingsOf = (hanzi: string) => readonly string[];

/** What makes a name farther: a neighbouring sound, or that it begins after the family name. */
const NEIGHBOUR = 1;
const LATER = 4;
/** A name is not longer; what is typed beyond it is not looked at. */
const LETTERS_MOST = 40;

const INITIALS = [
  ['zh', 'z'],
  ['ch', 'c'],
  ['sh', 's'],
  ['l', 'n'],
] as const;
const FINALS = [
  ['ang', 'an'],
  ['eng', 'en'],
  ['ing', 'in'],
] as const;

type Syllable = { readonly hanzi: string; readonly readings: readonly string[] };
type Spelling = { readonly spelled: string; readonly cost: number };

/** 0: the same sound from the family name on. More: farther. `undefined`: another name. */
export function soundDistance(name: string, typed: string, readingsOf: ReadingsOf): number | undefined {
  const pieces = piecesOf(typed);
  if (pieces === '') return undefined;
  const syllables = hanziOf(name).map((hanzi) => ({ hanzi, readings: readingsOf(hanzi) }));
  const far = syllables.flatMap((_, start) => {
    const from = distance(syllables.slice(start), pieces, readingsOf);
    return from === undefined ? [] : [from + (start > 0 ? LATER : 0)];
  });
  return far.length > 0 ? Math.min(...far) : undefined;
}

/** Hanzi, and runs of letters, a blank between them: each begins a syllable. */
function piecesOf(typed: string): string {
  const plain = typed
    .slice(0, LETTERS_MOST)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/u\u0308|u:/gu, 'v')
    .replace(/\p{Mn}/gu, '');
  return (plain.match(/\p{Script=Han}|[a-z]+/gu) ?? []).join(' ');
}

function hanziOf(name: string): readonly string[] {
  return name.match(/\p{Script=Han}/gu) ?? [];
}

/** Syllable by syllable, with the cheapest way to each rest: so many ways to spell never multiply. */
function distance(
  syllables: readonly Syllable[],
  pieces: string,
  readingsOf: ReadingsOf,
): number | undefined {
  let open: ReadonlyMap<string, number> = new Map([[pieces, 0]]);
  let best: number | undefined;
  for (const syllable of syllables) {
    const next = new Map<string, number>();
    for (const [rest, before] of open) {
      for (const { taken, cost } of steps(syllable, rest.split(' ', 1)[0] ?? '', readingsOf)) {
        const after = rest.slice(taken).trimStart();
        next.set(after, Math.min(before + cost, next.get(after) ?? Infinity));
      }
    }
    const done = next.get('');
    if (done !== undefined) best = Math.min(done, best ?? Infinity);
    next.delete('');
    open = next;
  }
  return best;
}

/** Each way in which a syllable can be what the piece begins with: how many signs of the piece it takes. */
function steps(
  { hanzi, readings }: Syllable,
  piece: string,
  readingsOf: ReadingsOf,
): readonly { readonly taken: number; readonly cost: number }[] {
  const whole = piece.length;
  if (piece === hanzi) return [{ taken: whole, cost: 0 }];
  const spellings = readings.flatMap(spellingsOf);
  if (/\p{Script=Han}/u.test(piece)) {
    const same = spellings.filter(({ spelled }) => readingsOf(piece).includes(spelled));
    return same.map(({ cost }) => ({ taken: whole, cost }));
  }
  return spellings.flatMap(({ spelled, cost }) => {
    const initial = /^[zcs]h|^./u.exec(spelled)?.[0] ?? spelled;
    const parts = [spelled, initial, initial.slice(0, 1)].filter((part) => piece.startsWith(part));
    return [
      ...parts.map((part) => ({ taken: part.length, cost })),
      // Still being typed: xiul… for 秀兰.
      ...(spelled.startsWith(piece) ? [{ taken: whole, cost }] : []),
    ];
  });
}

/** As it is written, and as it is typed by somebody to whom the neighbouring sounds are one. */
function spellingsOf(reading: string): readonly Spelling[] {
  const written = reading.includes('v')
    ? [reading, reading.replace('v', 'u'), reading.replace('v', 'yu')]
    : [reading];
  return written.flatMap((spelled) =>
    swapped(spelled, INITIALS, (text, one, other) => text.startsWith(one) && other + text.slice(one.length))
      .flatMap((begun) =>
        swapped(
          begun,
          FINALS,
          (text, one, other) => text.endsWith(one) && text.slice(0, -one.length) + other,
        ),
      )
      .map((one) => ({ spelled: one, cost: one === spelled ? 0 : NEIGHBOUR })),
  );
}

/** The text, and the text with one sound of a pair in the place of the other. */
function swapped(
  text: string,
  pairs: readonly (readonly [string, string])[],
  swap: (text: string, one: string, other: string) => string | false,
): readonly string[] {
  for (const [long, short] of pairs) {
    const other = swap(text, long, short) || swap(text, short, long);
    if (other !== false) return [text, other];
  }
  return [text];
}
