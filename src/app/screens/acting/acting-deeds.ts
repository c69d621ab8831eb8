/** The steps of an acting session that leave it: into the draft, sent, or the mandate given back. All kept on this device first. */
import type { Answer, Answers, Entries, Entry } from '#domain/answers/answer.ts';
import type { ReadBack } from '#domain/mandate/mandate.ts';
import type { Action, Person, Teller } from '#domain/request/action.ts';
import type { Result } from '#domain/result.ts';
import type { Refused } from '#domain/request/action.ts';
import { photosOf } from '#storage/acting-room.ts';
import type { AppDatabase, FileRow } from '#storage/database.ts';
import * as drafts from '#storage/drafts.ts';
import { forgetRefused } from '#storage/mended.ts';
import { keep, type Doing } from '#storage/outbox.ts';
import { shownRequest } from '#storage/shown.ts';
import { coveredMatter, isHanded, type ActingSession, type FileTrouble } from './acting-session.ts';
import { chosenOf, fillingOf, type Hand } from './handed-form.ts';

export type ActingDesk = {
  readonly db: AppDatabase;
  readonly person: Person;
  readonly officeId: string;
  readonly now: () => number;
  readonly newId: () => string;
};

type Kept = { readonly at: 'kept'; readonly hand: Hand };

/** What was filled in goes into the draft that the resident sees. Nothing new: nothing is sent. */
export async function keepFilling(
  desk: ActingDesk,
  session: ActingSession,
  unexplained: string,
): Promise<Kept | FileTrouble> {
  const { mandate, matter, hand } = session;
  const entries = await entriesOf(session);
  const draft = await draftOf(desk, session);
  const fields = coveredMatter(matter, mandate).fields.map(({ id }) => id);
  const filling = draft && fillingOf(draft, hand, entries, fields, unexplained);
  if (!filling) return { at: 'kept', hand };
  const kept = await tryKeep(desk, session, { kind: 'fill', ...filling }, photosIn(filling.entries));
  if ('at' in kept) return kept;
  if (!kept.ok) return { at: 'refused', refused: kept.reason };
  const { id } = kept.value;
  const picks = Object.fromEntries(Object.keys(filling.entries).map((field) => [field, id]));
  return { at: 'kept', hand: { ...hand, seen: [...hand.seen, id], picks: { ...hand.picks, ...picks } } };
}

/** After the resident's yes. `undefined` once it is kept on this device. */
export async function keepOpen(
  desk: ActingDesk,
  session: ActingSession,
  answers: Answers,
  how: ReadBack['how'],
): Promise<FileTrouble | undefined> {
  const { mandate, matter, hand } = session;
  const entries = await entriesOf(session);
  const draft = await draftOf(desk, session);
  const told = Object.keys(answers).map((field): [string, Teller] => [field, hand.told[field] ?? 'worker']);
  const kept = await tryKeep(
    desk,
    session,
    {
      kind: 'open',
      matterId: matter.id,
      matterVersion: matter.version,
      answers,
      mandate,
      ...(mandate.agreed.how !== 'cannot-agree' && { readBack: { at: clockOf(desk, session), how } }),
      ...(draft && isHanded(session)
        ? { chosen: chosenOf(draft, hand, entries, answers), seen: hand.seen }
        : { told: Object.fromEntries(told) }),
    },
    photosIn(answers),
  );
  if ('at' in kept) return kept;
  if (!kept.ok) return { at: 'refused', refused: kept.reason };
  // Only now: the words of the one that was refused are in this one.
  if (session.mends !== undefined) await forgetRefused(desk.db, session.mends);
  return undefined;
}

/** The worker is done with this person: the mandate goes back. */
export async function giveBack(desk: ActingDesk, session: ActingSession): Promise<void> {
  await tryKeep(desk, session, { kind: 'end-mandate', words: '' }, []);
}

/** Nobody acts before the mandate begins, whatever two clocks say of each other. */
function clockOf({ now }: ActingDesk, { aheadMs, mandate }: ActingSession): number {
  return Math.max(now() + aheadMs, mandate.from);
}

async function draftOf({ db }: ActingDesk, { mandate }: ActingSession) {
  return (await shownRequest(db, mandate.requestId))?.request.draft;
}

async function entriesOf({ room, mandate }: ActingSession): Promise<Entries> {
  return (await drafts.find(room.db, mandate.requestId))?.entries ?? {};
}

type Leaving = Doing extends infer One
  ? One extends Doing
    ? Omit<One, 'requestId' | 'officeId'>
    : never
  : never;

async function tryKeep(
  desk: ActingDesk,
  session: ActingSession,
  doing: Leaving,
  photos: readonly string[],
): Promise<Result<Action, Refused> | { readonly at: 'not-kept' }> {
  const { db, person, officeId, newId } = desk;
  const { mandate, matter, room } = session;
  const whole = { ...doing, requestId: mandate.requestId, officeId } as Doing; // the two that `Leaving` leaves out
  const who = { by: person, at: clockOf(desk, session), newId };
  try {
    const files: readonly FileRow[] = photos.length > 0 ? await photosOf(room) : [];
    return await keep(db, whole, who, { matter, files: files.filter(({ id }) => photos.includes(id)) });
  } catch {
    return { at: 'not-kept' }; // a full disk or a lost database: the screen says so
  }
}

function photosIn(given: Answers | Entries): readonly string[] {
  return Object.values<Answer | Entry>(given).flatMap((one) =>
    one.type === 'photos' ? one.photos.map(({ id }) => id) : [],
  );
}
