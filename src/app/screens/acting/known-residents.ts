/** Residents whom this device has met in the office's requests, found by name, its sound, end of the telephone, or address. */
import { addressField, residentName } from '#app/hall/resident-of.ts';
import { sayAnswer, type AnswerWordsContext } from '#app/answer-words.ts';
import type { Answer, Entries } from '#domain/answers/answer.ts';
import { entryOf } from '#domain/answers/read-entry.ts';
import type { Matter, Remembered } from '#domain/matter/matter.ts';
import { bare } from '#domain/answers/typed.ts';
import { soundDistance } from '#domain/people/sounds-like.ts';
import { findMatter } from '#storage/matters.ts';
import { shownRequests } from '#storage/shown.ts';
import type { AppDatabase } from '#storage/database.ts';
import { readingsOf } from './hanzi-readings.ts';

/** What another matter may ask again; never an ID number, which is read from the card each time. */
const ASKED_AGAIN: readonly Remembered[] = ['name', 'telephone', 'address'];

export type KnownResident = {
  readonly id: string;
  readonly name: string;
  readonly told: Partial<Record<Remembered, Answer>>;
  readonly place: string;
};

/** Newest first, each once. */
export async function knownResidents(
  db: AppDatabase,
  context: AnswerWordsContext,
): Promise<readonly KnownResident[]> {
  const found = new Map<string, KnownResident>();
  for (const { request } of await shownRequests(db)) {
    if (found.has(request.residentId)) continue;
    const matter = await findMatter(db, request.matterId, request.matterVersion);
    const name = request.mandate?.residentName ?? residentName(matter, request.answers);
    if (name === undefined) continue;
    const told = Object.fromEntries(
      (matter?.fields ?? []).flatMap((field) => {
        const answer = request.answers[field.id];
        return field.remember && answer && ASKED_AGAIN.includes(field.remember)
          ? [[field.remember, answer]]
          : [];
      }),
    );
    const address = addressField(matter);
    const place = address && request.answers[address.id];
    found.set(request.residentId, {
      id: request.residentId,
      name,
      told,
      place: address && place ? sayAnswer(address, place, context) : '',
    });
  }
  return [...found.values()];
}

/** Those whose name, place or telephone is as it was typed, then those whose name sounds like it, the nearest first. */
export function findResidents(known: readonly KnownResident[], typed: string): readonly KnownResident[] {
  const words = typed.normalize('NFKC').trim();
  if (words === '') return [];
  const digits = bare(words);
  const isNumber = /^\d{3,}$/u.test(digits);
  const written = known.filter(
    ({ name, told, place }) =>
      name.includes(words) ||
      place.includes(words) ||
      (isNumber && told.telephone?.type === 'words' && told.telephone.words.endsWith(digits)),
  );
  if (/\d/u.test(words)) return written;
  const sounding = known.flatMap((one) => {
    const far = written.includes(one) ? undefined : soundDistance(one.name, words, readingsOf);
    return far === undefined ? [] : [{ one, far }];
  });
  return [...written, ...sounding.sort((a, b) => a.far - b.far).map(({ one }) => one)];
}

/** What is known, as it stands on the screen of this matter's questions. */
export function entriesFor(matter: Matter, name: string, told: KnownResident['told']): Entries {
  return Object.fromEntries(
    matter.fields.flatMap((field) => {
      if (field.sensitive || !field.remember) return [];
      if (field.remember === 'name') return [[field.id, { type: 'typed' as const, typed: name }]];
      const answer = told[field.remember];
      return answer ? [[field.id, entryOf(answer)]] : [];
    }),
  );
}
