/**
 * One turn of the sync: words out, facts in, then photos, then what the office tells everybody.
 *
 * Each part can be cut off anywhere and done again. A turn ends at the first trouble on the line; trouble of
 * the service with one part does not keep the other parts from trying.
 */
import type { AppDatabase } from '#storage/database.ts';
import * as facts from '#storage/facts.ts';
import { neededMatters } from '#storage/matters.ts';
import { readLinks } from '#storage/links.ts';
import { readOffice } from '#storage/office.ts';
import { keepBallast } from '#storage/room.ts';
import { fetchMatters } from './fetch-matters.ts';
import { fetchLinks } from './fetch-links.ts';
import { fetchOffice } from './fetch-office.ts';
import type { Line, Trouble } from './line.ts';
import { pullOnce } from './pull.ts';
import { pushOnce } from './push.ts';
import { sendFiles } from './send-files.ts';

export type Turn = {
  readonly db: AppDatabase;
  readonly line: Line;
  readonly officeId: string;
  /** ms since 1970 of the last time the office was asked; 0 for never. */
  readonly officeAt: number;
  /** Somebody has new words to send: photos make way. */
  readonly mustYield: () => boolean;
};
export type TurnEnd = { readonly at: 'done'; readonly officeAt: number } | Trouble;

const OFFICE_EVERY_MS = 10 * 60_000;
/** A device that is stale so often in one turn is overtaken by another tab; the next turn sees to it. */
const STALE_MOST = 3;

export async function takeTurn(turn: Turn): Promise<TurnEnd> {
  const { db, line, officeId } = turn;
  await facts.foldAgain(db);

  const pushed = await pushAll(db, line);
  if (pushed && endsTurn(pushed)) return pushed;
  const pulled = await pullAll(db, line, officeId);
  if (pulled && endsTurn(pulled)) return pulled;

  const sent = await sendFiles(db, line, officeId, turn.mustYield);
  const photos = sent.at === 'sent' ? undefined : sent;
  if (photos && endsTurn(photos)) return photos;

  const { asked, trouble } = await askOffice(turn);
  await keepBallast(db);
  return (
    pushed ??
    pulled ??
    photos ??
    trouble ?? { at: 'done', officeAt: asked ? line.clock.now() : turn.officeAt }
  );
}

/** Every waiting action once. */
async function pushAll(db: AppDatabase, line: Line): Promise<Trouble | undefined> {
  let upTo = 0;
  for (;;) {
    const end = await pushOnce(db, line, upTo);
    if (end.at === 'nothing-to-do') return undefined;
    if (end.at !== 'sent') return end;
    upTo = end.upTo;
  }
}

/** To the end of the log; what a reset brought back to be offered again is offered in the same turn. */
async function pullAll(db: AppDatabase, line: Line, officeId: string): Promise<Trouble | undefined> {
  let stale = 0;
  let wasReset = false;
  for (;;) {
    const end = await pullOnce(db, line, officeId);
    if (end.at === 'read') {
      if (end.more) continue;
      return wasReset ? pushAll(db, line) : undefined;
    }
    if (end.at !== 'stale' && end.at !== 'reset') return end;
    if (end.at === 'reset' && !wasReset) wasReset = true;
    else stale += 1;
    if (stale > STALE_MOST) return undefined;
  }
}

async function askOffice({
  db,
  line,
  officeAt,
}: Turn): Promise<{ readonly asked: boolean; readonly trouble?: Trouble }> {
  if ((await neededMatters(db)).length > 0) {
    const matters = await fetchMatters(db, line);
    if (matters.at !== 'kept') return { asked: false, trouble: matters };
  }
  const isDue = Math.abs(line.clock.now() - officeAt) >= OFFICE_EVERY_MS;
  if (!isDue && (await readOffice(db))) return { asked: false };
  const office = await fetchOffice(db, line);
  if (office.at !== 'kept') return { asked: false, trouble: office };
  // Who has no link is not asked for any; one's own screen asks at once.
  const links = (await readLinks(db)).links.length > 0 ? await fetchLinks(db, line) : office;
  return links.at === 'kept' ? { asked: true } : { asked: false, trouble: links };
}

/** The line is gone, is not ours, wants a person, or asked to be left alone. */
function endsTurn(trouble: Trouble): boolean {
  return (
    (trouble.at !== 'service-trouble' && trouble.at !== 'too-large') || trouble.retryAfterMs !== undefined
  );
}
