/**
 * One pull: the next page of the office's log, taken in whole or not at all.
 *
 * A reply counts only for the cursor that it was asked with, so late, doubled and overtaken ones change nothing.
 */
import { PULL_PATH, pullReply, type PullBody } from '#protocol/pull.ts';
import type { AppDatabase } from '#storage/database.ts';
import * as facts from '#storage/facts.ts';
import { ask, type Line, type Trouble } from './line.ts';

/** A page of 500 freezes a slow phone for half a second. */
const PAGE = 200;

export type PullOutcome =
  /** `more`: the log goes on. `events`: how many were taken in. */
  | { readonly at: 'read'; readonly more: boolean; readonly events: number }
  /** The cursor has moved meanwhile, or was given up: pull again. */
  | { readonly at: 'stale' }
  | { readonly at: 'reset' }
  | Trouble;

export async function pullOnce(db: AppDatabase, line: Line, officeId: string): Promise<PullOutcome> {
  // 1. From where this device stands.
  const asked = await facts.cursor(db);
  const body: PullBody = { bangban: 1, officeId, after: asked.seq, h: asked.h, limit: PAGE };
  const answer = await ask(line, { path: PULL_PATH, schema: pullReply, body });
  if (answer.at !== 'answered') return answer;

  // 2. The service does not know that place: from the beginning (R4).
  const { reply } = answer;
  if (reply.pulled === 'reset') return { at: await facts.reset(db, asked) };

  // 3. Take the page in (R2, R3, R5).
  const taken = await facts.applyPage(db, reply, asked);
  if (taken === 'stale') return { at: 'stale' };
  return { at: 'read', more: reply.more, events: reply.events.length };
}
