/**
 * The resident's own copy of a draft that was handed over: it stays on the phone and can be written on.
 *
 * What is changed on it is told to the office as `fill`, when a question is left; what the office's side gives
 * is taken in where the resident has said nothing. When it is sent by others, what was not told yet goes
 * after it, and the copy goes. No word is lost, and nobody's word replaces another's.
 */
import type { Answers, Entries, Entry } from '#domain/answers/answer.ts';
import type { Action, Refused } from '#domain/request/action.ts';
import type { Request } from '#domain/request/request.ts';
import { refuse, type Result } from '#domain/result.ts';
import type { AppDatabase, DraftRow } from './database.ts';
import { removePhotos } from './drafts.ts';
import { keepMatter } from './matters.ts';
import { keep, type Doing, type Who } from './outbox.ts';
import { forgetPlaceIn } from './place.ts';
import { withRoom } from './room.ts';
import { standing } from './shown.ts';
import { steady } from './steady.ts';
import { allSteps, chosenFor, shownFor, toTakeIn, untold, type HandedOver } from './two-hands.ts';

export type Hand = Who & { readonly officeId: string };
export type HandingOver = Extract<Doing, { readonly kind: 'hand-over' }>;
type Out = DraftRow & { readonly handedOver: HandedOver };

/** Keeps the step and marks the draft, together. The code stays in the mark. */
export function handOver(
  db: AppDatabase,
  draft: DraftRow,
  doing: HandingOver,
  code: string,
  withheld: readonly string[],
  who: Who,
): Promise<Result<Action, Refused>> {
  return inWhole(db, async () => {
    const kept = await keep(db, doing, who);
    if (!kept.ok) return kept;
    await keepMatter(db, draft.matter);
    const { codeUntil, until } = doing.offer;
    const { entries: told } = doing;
    const handedOver: HandedOver = { stepId: kept.value.id, code, codeUntil, until, told, withheld };
    await db.drafts.update(draft.id, { handedOver });
    return kept;
  });
}

/** One tap: nobody else writes on it from here on. Holds on this phone at once, at the office when it hears of it. */
export function takeBack(db: AppDatabase, id: string, hand: Hand): Promise<Result<Action, Refused>> {
  return inWhole(db, async () => {
    const { officeId } = hand;
    const kept = await keep(db, { kind: 'end-mandate', requestId: id, officeId, words: '' }, hand);
    const row = await outRow(db, id);
    if (kept.ok && row) await mark(db, row, over(row.handedOver));
    return kept;
  });
}

/** A question was left: tells the office what was changed on it. True when there was something to tell. */
export async function tellChanges(db: AppDatabase, id: string, hand: Hand): Promise<boolean> {
  if (!(await isHandedOver(db, id))) return false; // nearly always: it must cost nothing
  return inWhole(db, async () => {
    const row = await outRow(db, id);
    const request = row && !row.handedOver.over ? await standing(db, id) : undefined;
    if (!row || request?.status !== 'draft' || !request.draft || request.mandateEnded) return false;
    return tell(db, row, request, untold(row), hand);
  });
}

/**
 * Brings the copy to what is known of the request: call it whenever that may have changed. What the resident
 * had not told yet when others sent the request goes after it, as "came later".
 */
export async function followRequest(db: AppDatabase, id: string, now: number, hand: Hand): Promise<void> {
  if (!(await isHandedOver(db, id))) return undefined;
  return inWhole(db, async () => {
    const row = await outRow(db, id);
    const request = row && (await standing(db, id));
    if (!row || !request) return;
    if (request.status !== 'draft') {
      await tellLate(db, request, row.handedOver.over ? {} : untold(row), hand);
      await db.drafts.delete(id);
      await forgetPlaceIn(db, id);
      await removePhotos(db, id);
      return;
    }
    if (!request.draft) return;
    const { handedOver } = row;
    const taken = toTakeIn(request.draft, row);
    const isTaken = request.mandate !== undefined && !request.mandateEnded;
    const next = request.mandateEnded
      ? over(handedOver)
      : isTaken || now > handedOver.codeUntil
        ? { ...withoutCode(handedOver), ...(isTaken && { taken: true as const }) }
        : handedOver;
    const isSame =
      next.taken === handedOver.taken && next.over === handedOver.over && next.code === handedOver.code;
    if (isSame && Object.keys(taken).length === 0) return;
    await db.drafts.put({
      ...row,
      entries: { ...row.entries, ...taken },
      handedOver: { ...next, told: { ...next.told, ...taken } },
    });
  });
}

/** Words typed on a copy that has just gone: they go after the request. False when it takes no more. */
export function tellTooLate(db: AppDatabase, id: string, entries: Entries, hand: Hand): Promise<boolean> {
  return inWhole(db, async () => {
    const request = await standing(db, id);
    return request ? tellLate(db, request, entries, hand) : false;
  });
}

/** Which of two values the resident wants sent: a step's id, or `own`. */
export function pick(db: AppDatabase, id: string, field: string, stepId: string): Promise<void> {
  return inWhole(db, async () => {
    const row = await outRow(db, id);
    if (row)
      await mark(db, row, { ...row.handedOver, picked: { ...row.handedOver.picked, [field]: stepId } });
  });
}

/** The resident sends it after all, alone: what is not in the request yet, then the request; both or neither. */
export function sendAlone(
  db: AppDatabase,
  id: string,
  sending: { readonly entries: Entries; readonly answers: Answers },
  hand: Hand,
): Promise<Result<Action, Refused>> {
  return inWhole(db, async () => {
    const row = await outRow(db, id);
    const before = await standing(db, id);
    if (!row || !before?.draft) return refuse<Refused>({ reason: 'already-open' });
    const { entries, answers } = sending;
    // 1. What is only here: also what nobody else was to see until now, for now it is sent.
    const known = chosenFor(answers, entries, before.draft);
    const rest = Object.keys(answers).filter((field) => known[field] === undefined);
    await tell(db, row, before, pickEntries(entries, rest), hand);
    // 2. The request, with whose words each answer is.
    const draft = (await standing(db, id))?.draft ?? before.draft;
    const { matterId, matterVersion } = before;
    return keep(
      db,
      {
        kind: 'open',
        requestId: id,
        officeId: hand.officeId,
        matterId,
        matterVersion,
        answers,
        chosen: chosenFor(answers, entries, draft),
        seen: allSteps(draft),
      },
      hand,
      id,
    );
  });
}

async function tell(
  db: AppDatabase,
  row: Out,
  { draft, id }: Request,
  entries: Entries,
  hand: Hand,
): Promise<boolean> {
  const fields = Object.keys(entries);
  if (fields.length === 0 || !draft) return false;
  const seen = shownFor(fields, draft, row);
  const kept = await keep(db, { kind: 'fill', requestId: id, officeId: hand.officeId, entries, seen }, hand);
  if (kept.ok) await mark(db, row, { ...row.handedOver, told: { ...row.handedOver.told, ...entries } });
  return kept.ok;
}

async function tellLate(db: AppDatabase, request: Request, entries: Entries, hand: Hand): Promise<boolean> {
  const takesMore = request.status === 'open' || request.status === 'taken';
  if (!takesMore || Object.keys(entries).length === 0) return false;
  const { officeId } = hand;
  return (await keep(db, { kind: 'fill', requestId: request.id, officeId, entries, seen: [] }, hand)).ok;
}

function inWhole<T>(db: AppDatabase, work: () => Promise<T>): Promise<T> {
  return withRoom(db, () => steady(db, () => db.transaction('rw', db.tables, async () => work())));
}

async function isHandedOver(db: AppDatabase, id: string): Promise<boolean> {
  return (await steady(db, () => db.drafts.get(id)))?.handedOver !== undefined;
}

async function outRow(db: AppDatabase, id: string): Promise<Out | undefined> {
  const row = await db.drafts.get(id);
  return row?.handedOver && { ...row, handedOver: row.handedOver };
}

async function mark(db: AppDatabase, row: DraftRow, handedOver: HandedOver): Promise<void> {
  await db.drafts.update(row.id, { handedOver });
}

const over = (handedOver: HandedOver): HandedOver => ({ ...withoutCode(handedOver), over: true });

function withoutCode({ code: _gone, ...kept }: HandedOver): HandedOver {
  return kept;
}

function pickEntries(entries: Entries, fields: readonly string[]): Entries {
  return Object.fromEntries(
    fields.flatMap((field): readonly (readonly [string, Entry])[] => {
      const entry = entries[field];
      return entry ? [[field, entry]] : [];
    }),
  );
}
