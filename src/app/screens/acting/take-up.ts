/** The draft is the right person's: it is kept here, taken over, and opened to be filled in. */
import { loadMatter } from '#app/catalogue.ts';
import type { Deps } from '#app/deps.ts';
import { entryOf } from '#domain/answers/read-entry.ts';
import type { Matter } from '#domain/matter/matter.ts';
import type { Refused } from '#domain/request/action.ts';
import type { Request } from '#domain/request/request.ts';
import { proofOf } from '#protocol/hand-over-marks.ts';
import type { AppDatabase } from '#storage/database.ts';
import { keepEvents } from '#storage/facts.ts';
import { keepCarried } from '#storage/handed-over.ts';
import { findMatter, keepMatter } from '#storage/matters.ts';
import { readOffice } from '#storage/office.ts';
import { keep } from '#storage/outbox.ts';
import { shownRequest } from '#storage/shown.ts';
import type { Agreement } from './acting-session.ts';
import { NO_HAND, startEntries, startHand } from './handed-form.ts';
import type { Found } from './redeem.ts';

export type TakenUp =
  | { readonly at: 'begin'; readonly agreement: Agreement }
  | { readonly at: 'refused'; readonly refused: Refused }
  /** The questions of this matter are not on this device yet. */
  | { readonly at: 'no-matter' }
  | { readonly at: 'not-kept' };

type Desk = Pick<Deps, 'db' | 'person' | 'officeId' | 'now' | 'newId'>;

export async function takeUp(desk: Desk, found: Found): Promise<TakenUp> {
  const { db, person } = desk;
  const { id, matterId, matterVersion } = found.request;
  if (!(await matterFor(db, matterId, matterVersion))) return { at: 'no-matter' };
  try {
    if (found.came.by === 'line') await keepEvents(db, found.came.events);
    else await keepCarried(db, found.came.action, found.came.mac);
    const request = (await shownRequest(db, id))?.request;
    const isMine = request?.mandate?.helperId === person.id && !request.mandateEnded;
    const refused = isMine ? undefined : await keepTakeOver(desk, found);
    if (refused) return { at: 'refused', refused };
    const agreement = await agreementFor(db, id);
    return agreement ? { at: 'begin', agreement } : { at: 'no-matter' };
  } catch {
    return { at: 'not-kept' }; // a full disk or a lost database: the screen says so
  }
}

/** To go on with a draft that this worker has the mandate for; `undefined` when it is no such draft any more. */
export async function agreementFor(db: AppDatabase, requestId: string): Promise<Agreement | undefined> {
  const request = (await shownRequest(db, requestId))?.request;
  const matter = request && (await matterFor(db, request.matterId, request.matterVersion));
  if (!request?.mandate || !request.draft || !matter) return undefined;
  const { mandate, draft } = request;
  const aheadMs = (await readOffice(db))?.aheadMs ?? 0;
  return { mandate, matter, entries: startEntries(draft), hand: startHand(draft), aheadMs };
}

/** To mend a filing that was refused: the same mandate, the same answers, the same request. */
export async function mendingOf(
  db: AppDatabase,
  request: Request,
  refusedId: string,
): Promise<Agreement | undefined> {
  if (request.draft || request.status === 'draft') {
    const agreement = await agreementFor(db, request.id);
    return agreement && { ...agreement, mends: refusedId };
  }
  const matter = await matterFor(db, request.matterId, request.matterVersion);
  if (!request.mandate || !matter) return undefined;
  const aheadMs = (await readOffice(db))?.aheadMs ?? 0;
  const entries = Object.fromEntries(
    Object.entries(request.answers).map(([field, answer]) => [field, entryOf(answer)]),
  );
  const told = Object.fromEntries(
    Object.entries(request.given ?? {}).map(([field, { teller }]) => [field, teller]),
  );
  return { mandate: request.mandate, matter, entries, hand: { ...NO_HAND, told }, aheadMs, mends: refusedId };
}

async function matterFor(db: AppDatabase, id: string, version: number): Promise<Matter | undefined> {
  const kept = await findMatter(db, id, version);
  if (kept) return kept;
  const shipped = await loadMatter(db, id);
  if (shipped?.version !== version) return undefined;
  await keepMatter(db, shipped); // the request's screen asks for it by its version
  return shipped;
}

async function keepTakeOver(desk: Desk, { request, codeHash }: Found): Promise<Refused | undefined> {
  const { db, person, officeId, now, newId } = desk;
  const id = newId();
  const proof = await proofOf(codeHash, id, person.id);
  const aheadMs = (await readOffice(db))?.aheadMs ?? 0;
  // The proof is over this very id, so it is the first that is asked for.
  const ids = [id];
  const who = {
    by: person,
    at: Math.max(now() + aheadMs, request.draft.offer.from),
    newId: () => ids.pop() ?? newId(),
  };
  const kept = await keep(db, { kind: 'take-over', requestId: request.id, officeId, proof }, who);
  return kept.ok ? undefined : kept.reason;
}
