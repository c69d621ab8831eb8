/** A phone with a draft that was handed over, and what others are said to have done with it since. */
import type { Action, Event, Person } from '#domain/request/action.ts';
import type { Entries } from '#domain/answers/answer.ts';
import { writeAccount } from '#storage/account.ts';
import type { AppDatabase } from '#storage/database.ts';
import * as drafts from '#storage/drafts.ts';
import { applyPage, cursor } from '#storage/facts.ts';
import { handOver, type HandingOver } from '#storage/handed-over-draft.ts';
import { keepOffice } from '#storage/office.ts';
import { matter, MORNING, office, OFFICE_ID, REQUEST_ID, RESIDENT, WORKER, hexId } from './make.ts';

export const CODE = 'K7FM3XR9';
export const WORDS: Entries = {
  trouble: { type: 'choice', choice: 'water' },
  description: { type: 'typed', typed: '厨房水管漏水。' },
};
const HALF_HOUR = 30 * 60_000;
const WORKING_DAY = 7 * 3_600_000;

let made = 0x7000;
export const newId = (): string => hexId((made += 1));
export const hand = (at = MORNING) => ({ by: RESIDENT, at, newId, officeId: OFFICE_ID });

export const handingOver = (entries: Entries = WORDS): HandingOver => ({
  kind: 'hand-over',
  requestId: REQUEST_ID,
  officeId: OFFICE_ID,
  matterId: 'home-repair',
  matterVersion: 1,
  entries,
  offer: {
    id: hexId(0x3b),
    residentId: RESIDENT.id,
    residentName: '王秀兰',
    matterId: 'home-repair',
    requestId: REQUEST_ID,
    powers: ['fill', 'submit'],
    sensitive: [],
    from: MORNING,
    until: MORNING + WORKING_DAY,
    reason: '请社区帮忙填',
    codeHash: 'ab'.repeat(32),
    codeUntil: MORNING + HALF_HOUR,
  },
});

/** The office is known, the account has its secret, and the draft has these entries. */
export async function begun(db: AppDatabase, entries: Entries = WORDS, publicKey?: string): Promise<void> {
  await keepOffice(db, office(publicKey === undefined ? {} : { publicKey }), {}, 0);
  await writeAccount(db, { id: RESIDENT.id, role: 'resident', officeId: OFFICE_ID, secret: 's'.repeat(43) });
  await drafts.begin(db, { id: REQUEST_ID, matter: matter(), at: MORNING });
  for (const [field, entry] of Object.entries(entries))
    await drafts.keepEntry(db, REQUEST_ID, field, entry, MORNING);
}

/** "Help me" was pressed: only this phone knows. */
export async function handedOver(db: AppDatabase, entries: Entries = WORDS): Promise<Action> {
  await begun(db, entries);
  const draft = await drafts.find(db, REQUEST_ID);
  if (!draft) throw new Error('the draft was not kept');
  const kept = await handOver(db, draft, handingOver(entries), CODE, [], hand());
  if (!kept.ok) throw new Error(kept.reason.reason);
  return kept.value;
}

/** What the office's log has from here on, pulled. Steps of this phone and of others, in the order given. */
export async function hear(db: AppDatabase, ...actions: readonly Action[]): Promise<void> {
  const from = await cursor(db);
  const events = actions.map(
    (action, place): Event => ({
      action,
      stamp: {
        seq: from.seq + place + 1,
        receivedAt: action.at + 1_000,
        ...(action.by.role !== 'resident' && { byName: '李梅' }),
      },
    }),
  );
  const next = from.seq + events.length;
  await applyPage(db, { after: from.seq, next, h: `h${next}`, more: false, events }, from);
}

type Deed<Kind extends Action['kind']> = Omit<
  Extract<Action, { readonly kind: Kind }>,
  'id' | 'requestId' | 'officeId' | 'by' | 'at' | 'device' | 'dseq'
>;

/** A step of somebody else, a worker unless another is named. */
export function step<Kind extends Action['kind']>(
  deed: Deed<Kind>,
  at = MORNING + 60_000,
  by: Person = WORKER,
): Action {
  const id = newId();
  return {
    ...deed,
    id,
    requestId: REQUEST_ID,
    officeId: OFFICE_ID,
    by,
    at,
    device: hexId(0xd2),
    dseq: made,
  } as unknown as Action; // the halves of one kind
}

export const takesOver = (at?: number): Action =>
  step<'take-over'>({ kind: 'take-over', proof: 'cd'.repeat(32) }, at);
