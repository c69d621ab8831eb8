/**
 * Steps made on this device that the service has not accepted yet.
 *
 * A row leaves only when the service accepts its action, or when a person has read why it was refused.
 * Nothing here expires and nothing is dropped silently.
 */
import { entryOf } from '#domain/answers/read-entry.ts';
import type { Matter } from '#domain/matter/matter.ts';
import type { Action, Person, Refused } from '#domain/request/action.ts';
import { advance } from '#domain/request/request.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { nextDeviceNumber, numberIsUsed } from './account.ts';
import type { AppDatabase, Carried, DraftRow, FileRow, OutboxRow } from './database.ts';
import { removePhotos } from './drafts.ts';
import { isForLater } from './for-later.ts';
import { matterKey } from './matters.ts';
import type { KeptOffice } from './office.ts';
import { photosOfAction } from './photo-ids.ts';
import { forgetPlaceIn } from './place.ts';
import { randomId } from './random-id.ts';
import { withRoom } from './room.ts';
import { placeOf, standing } from './shown.ts';
import { steady } from './steady.ts';

/** A step as a screen names it: without what is added when it is kept. */
export type Doing = Action extends infer One
  ? One extends Action
    ? Omit<One, 'id' | 'by' | 'at' | 'device' | 'dseq'>
    : never
  : never;

export type Who = { readonly by: Person; readonly at: number; readonly newId: () => string };
export type Waiting = {
  readonly row: OutboxRow;
  readonly action: Action;
  /** A resident's own step that this device brings: the mark that it goes with. */
  readonly carried?: Carried;
};

/** What stands in another room of this device until the step is kept: the draft's matter, and its photos. */
export type Brought = { readonly matter: Matter; readonly files: readonly FileRow[] };

/**
 * Asks the rule book and keeps the step, all in one transaction: the action in, the draft out, its photos
 * on their way. Resolves after the commit; only then may a person be told "kept". Rejects when the disk
 * is full even without the ballast, with nothing changed.
 */
export async function keep(
  db: AppDatabase,
  what: Doing,
  who: Who,
  from?: string | Brought,
): Promise<Result<Action, Refused>> {
  const id = who.newId(); // once: a second try after a lost connection must not keep the step twice
  const once = (): Promise<Result<Action, Refused>> =>
    steady(db, () =>
      db.transaction('rw', db.tables, async () =>
        keepInside(db, { ...what, id, by: who.by, at: who.at }, who, from),
      ),
    );
  return withRoom(db, once);
}

type Named = Doing & { readonly id: string; readonly by: Person; readonly at: number };

async function keepInside(
  db: AppDatabase,
  named: Named,
  { newId }: Who,
  from: string | Brought | undefined,
): Promise<Result<Action, Refused>> {
  const draftId = typeof from === 'string' ? from : undefined;
  // 1. All that is to be known, asked for at once: on a slow phone each answer takes its time.
  const [kept, number, draft, before, photos, office] = await Promise.all([
    db.events.get(named.id),
    nextDeviceNumber(db, newId),
    draftId === undefined ? undefined : db.drafts.get(draftId),
    standing(db, named.requestId),
    db.files
      .where('requestId')
      .equals(draftId ?? named.requestId)
      .count(),
    db.meta.get('office'),
  ]);
  if (kept) return ok(kept.action); // before the connection was lost

  // 2. The rule book's answer, on what the person sees.
  const action: Action = { ...named, ...number };
  const brought = typeof from === 'object' ? from : draft;
  const step = advance(before, action, {
    matter: await matterOf(db, action, brought),
    office: (office?.value as KeptOffice | undefined)?.office, // written only by `keepOffice`
  });
  if (!step.ok) return refuse(step.reason);

  // 3. In with the action; the draft is done with, but its matter is still needed to show the answers.
  await Promise.all([
    numberIsUsed(db, number),
    db.events.add({ id: action.id, requestId: action.requestId, action, unseen: 1 }),
    db.outbox.add({ id: action.id, requestId: action.requestId, state: 'waiting', keptAt: action.at }),
    ...(brought ? [db.matters.put({ id: matterKey(brought.matter), matter: brought.matter })] : []),
    ...(draft ? [db.drafts.delete(draft.id), forgetPlaceIn(db, draft.id)] : []),
  ]);

  // 4. Its photos may go; those that were taken and not used go away.
  if (typeof from === 'object') await db.files.bulkPut([...from.files]);
  if (photos > 0 || !draft) await turnPhotos(db, action, 'draft', { state: 'waiting' });
  if (photos > 0 && draft) await removePhotos(db, draft.id);
  return ok(action);
}

async function matterOf(
  db: AppDatabase,
  action: Action,
  brought: { readonly matter: Matter } | undefined,
): Promise<Matter | undefined> {
  if (action.kind !== 'open') return undefined;
  const key = matterKey({ id: action.matterId, version: action.matterVersion });
  return brought && matterKey(brought.matter) === key ? brought.matter : (await db.matters.get(key))?.matter;
}

/** In the order in which they were made, those after `afterDseq` (a `placeOf`) only. */
export function waiting(db: AppDatabase, limit = Infinity, afterDseq = 0): Promise<Waiting[]> {
  return steady(db, () =>
    db.transaction('r', db.outbox, db.events, async () => {
      const rows = await db.outbox.where('state').equals('waiting').toArray();
      const events = await db.events.bulkGet(rows.map((row) => row.id));
      return rows
        .flatMap((row, at) => {
          const event = events[at];
          if (!event || placeOf(event) <= afterDseq) return [];
          const { action, carried } = event;
          return [{ row, action, ...(carried && { carried }) }];
        })
        .sort((a, b) => placeOf(a) - placeOf(b))
        .slice(0, limit);
    }),
  );
}

/** The wait is over. The action itself stays unseen until a pull brings it back (R6). */
export async function accepted(db: AppDatabase, actionId: string): Promise<void> {
  await steady(db, () => db.outbox.where('id').equals(actionId).delete());
}

/** Stays, with its reason, until somebody has read it. A refusal that is not the last word leaves it waiting. */
export async function refused(db: AppDatabase, actionId: string, reason: Refused): Promise<void> {
  await steady(db, () =>
    db.transaction('rw', db.outbox, db.events, db.requests, async () => {
      const row = await db.outbox.where('id').equals(actionId).first();
      if (!row || (await isForLater(db, row, reason.reason))) return;
      await db.outbox.put({ ...row, state: 'refused', refused: reason });
    }),
  );
}

/** Offers a refused action to the service once more, as it was. */
export async function tryAgain(db: AppDatabase, actionId: string): Promise<void> {
  await steady(db, () =>
    db.outbox
      .where('id')
      .equals(actionId)
      .modify((row, change) => {
        const { refused: _read, ...rest } = row;
        change.value = { ...rest, state: 'waiting' };
      }),
  );
}

/**
 * A person has read the refusal and lets the step go. Gives the action back, so that its words can be used
 * again; its photos are a draft's again. `undefined` when there is no such refusal any more.
 */
export function putAside(db: AppDatabase, actionId: string): Promise<Action | undefined> {
  return steady(db, () =>
    db.transaction('rw', db.outbox, db.events, db.files, async () => takeOut(db, actionId)),
  );
}

/**
 * A refused request becomes a draft again, under a new request's id, with every answer as it was given.
 * `undefined` when there is no such refusal any more, or its matter is not on this device.
 */
export function openAgain(
  db: AppDatabase,
  actionId: string,
  at: number,
  newId: () => string = randomId,
): Promise<DraftRow | undefined> {
  const id = newId();
  return steady(db, () =>
    db.transaction('rw', [db.outbox, db.events, db.files, db.drafts, db.matters], async () => {
      const action = (await db.events.get(actionId))?.action;
      if (action?.kind !== 'open') return undefined;
      const matter = (await db.matters.get(matterKey({ id: action.matterId, version: action.matterVersion })))
        ?.matter;
      if (!matter || !(await takeOut(db, actionId))) return undefined;
      const answers = Object.entries(action.answers).map(
        ([field, answer]) => [field, entryOf(answer)] as const,
      );
      const draft: DraftRow = {
        id,
        matterId: matter.id,
        matter,
        entries: Object.fromEntries(answers),
        place: 'check',
        startedAt: at,
        changedAt: at,
      };
      await db.drafts.add(draft);
      await turnPhotos(db, action, 'draft', { requestId: id });
      return draft;
    }),
  );
}

/** A request that the office never had takes along what was said about it. */
async function takeOut(db: AppDatabase, actionId: string): Promise<Action | undefined> {
  const row = await db.outbox.where('id').equals(actionId).first();
  const action = (await db.events.get(actionId))?.action;
  if (row?.state !== 'refused' || !action) return undefined;
  const gone =
    action.kind === 'open' ? await db.outbox.where('requestId').equals(action.requestId).toArray() : [row];
  await db.outbox.bulkDelete(gone.map(({ k }) => k));
  await db.events.bulkDelete(gone.map(({ id }) => id));
  await turnPhotos(db, action, 'waiting', { state: 'draft' });
  return action;
}

async function turnPhotos(
  db: AppDatabase,
  action: Action,
  from: FileRow['state'],
  change: Partial<Pick<FileRow, 'state' | 'requestId'>>,
): Promise<void> {
  const photos = db.files.where('id').anyOf(photosOfAction(action));
  await photos.filter((file) => file.state === from).modify(change);
}

export function counts(db: AppDatabase): Promise<{ readonly waiting: number; readonly refused: number }> {
  return steady(db, async () => ({
    waiting: await db.outbox.where('state').equals('waiting').count(),
    refused: await db.outbox.where('state').equals('refused').count(),
  }));
}
