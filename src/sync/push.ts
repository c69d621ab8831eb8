/**
 * One push: offer the service what waits, oldest first, and write down each verdict.
 *
 * Safe to run at any time, to run twice, and to be cut off at any line: an action keeps its id through
 * every retry, and the service answers a known id as before. A verdict never moves the cursor (R6).
 */
import type { Refused } from '#domain/request/action.ts';
import { PUSH_PATH, pushReply, type PushBody } from '#protocol/push.ts';
import type { AppDatabase } from '#storage/database.ts';
import * as outbox from '#storage/outbox.ts';
import { placeOf } from '#storage/shown.ts';
import { ask, type Line, type Trouble } from './line.ts';

/** Small enough to finish on a weak line before the screen locks. */
const MOST_ACTIONS = 50;
const MOST_BYTES = 256 * 1024;

/** `upTo`: the place of the last action offered, so that a turn offers each action once and then ends. */
export type PushOutcome =
  | { readonly at: 'nothing-to-do' }
  | { readonly at: 'sent'; readonly upTo: number }
  | Trouble;

export async function pushOnce(db: AppDatabase, line: Line, afterDseq = 0): Promise<PushOutcome> {
  // 1. Take the oldest. They stay in the outbox until answered.
  let batch = fitting(await outbox.waiting(db, MOST_ACTIONS, afterDseq));
  for (;;) {
    const last = batch[batch.length - 1];
    if (!last) return { at: 'nothing-to-do' };
    const upTo = placeOf(last);

    // 2. Offer them. Trouble on the way changes nothing here; the next push repeats this one.
    const marks = batch.flatMap(({ row, carried }) => (carried ? [[row.id, carried.mark]] : []));
    const body: PushBody = {
      bangban: 1,
      actions: batch.map(({ action }) => action),
      ...(marks.length > 0 && { carried: Object.fromEntries(marks) }),
    };
    const answer = await ask(line, { path: PUSH_PATH, schema: pushReply, body });
    if (answer.at === 'too-large') {
      if (batch.length === 1) {
        await outbox.refused(db, last.row.id, { reason: 'too-large' });
        return { at: 'sent', upTo };
      }
      batch = batch.slice(0, Math.ceil(batch.length / 2));
      continue;
    }
    if (answer.at !== 'answered') return answer;

    // 3. Write down each verdict. An action without one, or with `again`, waits for the next push.
    const offered = new Set(batch.map(({ row }) => row.id));
    for (const verdict of answer.reply.verdicts) {
      if (!offered.has(verdict.id)) continue;
      if (verdict.verdict === 'accepted') await outbox.accepted(db, verdict.id);
      if (verdict.verdict === 'refused') await outbox.refused(db, verdict.id, verdict.refused as Refused); // optional keys are absent, never undefined, in JSON
    }
    return { at: 'sent', upTo };
  }
}

/** The first is always taken, however long: the service says whether it is too large. */
function fitting(entries: readonly outbox.Waiting[]): outbox.Waiting[] {
  let bytes = 0;
  const tooMany = entries.findIndex(({ action }, at) => {
    bytes += new TextEncoder().encode(JSON.stringify(action)).byteLength;
    return at > 0 && bytes > MOST_BYTES;
  });
  return tooMany < 0 ? [...entries] : entries.slice(0, tooMany);
}
