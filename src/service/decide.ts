/**
 * The service's answer to one action: final, and the same however often it is asked.
 *
 * Runs inside a turn of the store, with the office locked. Who acts is what the session says,
 * never what the body claims. Nothing is written before the whole answer stands, so that a mistake in
 * the weighing spoils nothing else.
 */
import type { Matter } from '#domain/matter/matter.ts';
import type { Office } from '#domain/office/office.ts';
import { confirmBy, dueAgain, dueFor, extendDue } from '#domain/deadlines/due.ts';
import { numberFor } from '#domain/request/number.ts';
import {
  STANDS_ON_ANOTHER,
  type Action,
  type Answerable,
  type Event,
  type Person,
  type Refused,
  type Stamp,
} from '#domain/request/action.ts';
import { apply } from '#domain/request/apply.ts';
import { mayAct } from '#domain/request/may-act.ts';
import type { Request } from '#domain/request/request.ts';
import type { Verdict } from '#protocol/push.ts';
import { nextHash } from './chain.ts';
import type { KnownVerdict, OfficeTurn } from './store/store.ts';

/** The person at the door, by session or by secret. */
export type Asker = Person & { readonly worker?: Answerable };

/** What the service knows while it decides. */
export type Desk = {
  readonly office: Office;
  /** The service's clock, ms since 1970. */
  readonly now: number;
  readonly asker: Asker;
  /** The office that the asker may act in. */
  readonly officeId: string;
  readonly matter: (id: string, version: number) => Promise<Matter | undefined>;
  /** The catalogue has this matter, in whatever version. */
  readonly knowsMatter: (id: string) => boolean;
  readonly worker: (id: string) => Promise<Answerable | undefined>;
};

export async function decide(turn: OfficeTurn, action: Action, desk: Desk): Promise<Verdict> {
  const answer = await weigh(turn, action, desk);
  if ('verdict' in answer) return answer;
  if ('refuse' in answer) {
    // What only says that the log lacks something is asked again next time: the log may have it then.
    if (!STANDS_ON_ANOTHER.includes(answer.refuse.reason)) await turn.saveRefusal(action.id, answer.refuse);
    return no(action.id, answer.refuse);
  }
  await turn.append(answer.event, answer.h, answer.request.residentId);
  await turn.saveRequest(answer.request);
  return { verdict: 'accepted', id: action.id, seq: answer.event.stamp.seq };
}

type Answer =
  | Verdict
  | { readonly refuse: Refused }
  | { readonly event: Event; readonly h: string; readonly request: Request };

async function weigh(turn: OfficeTurn, action: Action, desk: Desk): Promise<Answer> {
  // 1. Whose hand is it? Not kept as a verdict: it speaks of who asked, not of the action.
  const { asker, office } = desk;
  if (action.by.id !== asker.id || action.by.role !== asker.role)
    return no(action.id, { reason: 'not-yours' });
  if (action.officeId !== desk.officeId || action.officeId !== office.id)
    return no(action.id, { reason: 'other-office' });

  // 2. Answered before? The same answer again: a retry never acts twice.
  const earlier = await turn.known(action.id);
  if (earlier) return verdictOf(action.id, earlier);

  // 3. The rule book, on what the service knows.
  const request = await turn.request(action.requestId);
  // A worker has seen what they act on: the log must have had it, and was restored from a backup since.
  // The resident's phone will offer it again; until then this step waits.
  if (!request && asker.role === 'worker' && action.kind !== 'open')
    return { verdict: 'again', id: action.id };
  const matter = await matterOf(action, request, desk);
  const refused =
    (action.kind === 'open' && !request ? unknownMatter(action, matter, desk) : undefined) ??
    mayAct(request, action, { matter, office, receivedAt: desk.now });
  if (refused) return { refuse: refused };

  // 4. Its place in the log, with what only the service can say.
  const head = await turn.head();
  const stamp = await stampFor(head.seq + 1, action, request, matter, desk);
  const event = { action, stamp };
  const next = apply(request, action, stamp);
  if (!next) throw new Error(`an accepted ${action.kind} left no request`);
  return { event, h: nextHash(head.h, event), request: next };
}

/** A verdict on an action, as it was given before. */
export function verdictOf(id: string, known: KnownVerdict): Verdict {
  return known.verdict === 'accepted' ? { ...known, id } : no(id, known.refused);
}

async function matterOf(
  action: Action,
  request: Request | undefined,
  desk: Desk,
): Promise<Matter | undefined> {
  if (request) return desk.matter(request.matterId, request.matterVersion);
  return action.kind === 'open' ? desk.matter(action.matterId, action.matterVersion) : undefined;
}

function unknownMatter(
  action: Action & { readonly kind: 'open' },
  matter: Matter | undefined,
  desk: Desk,
): Refused | undefined {
  if (matter) return undefined;
  return { reason: desk.knowsMatter(action.matterId) ? 'unknown-matter-version' : 'unknown-matter' };
}

async function stampFor(
  seq: number,
  action: Action,
  request: Request | undefined,
  matter: Matter | undefined,
  desk: Desk,
): Promise<Stamp> {
  const { office, now, asker } = desk;
  const stamp: Stamp = { seq, receivedAt: now, ...(asker.worker && { byName: asker.worker.name }) };
  switch (action.kind) {
    case 'open': {
      if (!matter) throw new Error(`request ${action.requestId} was let in without its matter`);
      const { at, calendar } = dueFor(matter, action.answers, now, office);
      const answerable = await desk.worker(office.duty[matter.desk] ?? office.duty.default);
      return {
        ...stamp,
        number: numberFor(seq),
        ...(answerable && { answerable }),
        due: { at, calendar },
        ...(action.mandate?.agreed.how === 'cannot-agree' && { confirmBy: confirmBy(now, office) }),
      };
    }
    case 'take':
      return { ...stamp, ...(asker.worker && { answerable: asker.worker }) };
    case 'extend':
      return { ...stamp, ...(request?.due && { due: extendDue(request.due, office) }) };
    case 'reopen':
      return { ...stamp, due: dueAgain(now, office) };
    default:
      return stamp; // the rest changes neither who answers nor by when
  }
}

export function no(id: string, refused: Refused): Verdict {
  return { verdict: 'refused', id, refused: { ...refused } };
}
