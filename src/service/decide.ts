/**
 * The service's answer to one action: final, and the same however often it is asked.
 *
 * Runs inside a turn of the store, with the office locked. Who acts is what the session says,
 * never what the body claims. Nothing is written before the whole answer stands, so that a mistake in
 * the weighing spoils nothing else.
 */
import type { Link } from '#domain/mandate/link.ts';
import type { Matter } from '#domain/matter/matter.ts';
import { STANDS_ON_ANOTHER, type Action, type Event, type Refused } from '#domain/request/action.ts';
import { apply } from '#domain/request/apply.ts';
import { mayAct, type Known } from '#domain/request/may-act.ts';
import type { Request } from '#domain/request/request.ts';
import { isStaff } from '#domain/request/whose.ts';
import { proofOf } from '#protocol/hand-over-marks.ts';
import type { Verdict } from '#protocol/push.ts';
import { nextHash } from './chain.ts';
import type { Desk } from './desk.ts';
import { afterLine, beforeLine, isForReaders, letBringerIn } from './let-in.ts';
import { stampFor } from './stamp-for.ts';
import type { KnownVerdict, OfficeTurn } from './store/store.ts';
import { isCarried, whoseHand } from './whose-hand.ts';

export async function decide(turn: OfficeTurn, action: Action, desk: Desk): Promise<Verdict> {
  const answer = await weigh(turn, action, desk);
  if ('verdict' in answer) return answer;
  if ('refuse' in answer) {
    // What only says that the log lacks something is asked again next time: the log may have it then.
    // And what was said to somebody who only brought a step is no verdict on the step.
    const keeps = !STANDS_ON_ANOTHER.includes(answer.refuse.reason) && !isCarried(action, desk);
    if (keeps) await turn.saveRefusal(action.id, answer.refuse);
    return no(action.id, answer.refuse);
  }
  const { event, h, request } = answer;
  await beforeLine(turn, action);
  await turn.append(event, h, request.residentId, ...(isForReaders(request) ? (['readers'] as const) : []));
  await turn.saveRequest(request);
  await afterLine(turn, action, request, desk);
  return { verdict: 'accepted', id: action.id, seq: event.stamp.seq };
}

type Answer =
  | Verdict
  | { readonly refuse: Refused }
  | { readonly event: Event; readonly h: string; readonly request: Request };

async function weigh(turn: OfficeTurn, action: Action, desk: Desk): Promise<Answer> {
  // 1. Whose hand is it? Not kept as a verdict: it speaks of who asked, not of the action.
  const { asker, office } = desk;
  const hand = await whoseHand(action, desk);
  if (hand !== 'own' && hand !== 'carried') return no(action.id, { reason: hand });
  if (action.officeId !== desk.officeId || action.officeId !== office.id)
    return no(action.id, { reason: 'other-office' });

  // 2. Answered before? The same answer again: a retry never acts twice.
  const earlier = await turn.known(action.id);
  if (earlier) {
    // It came by the phone's own line too: who brings it is let in all the same.
    if (earlier.verdict === 'accepted' && isCarried(action, desk)) await letBringerIn(turn, action, desk);
    return verdictOf(action.id, earlier);
  }

  // 3. The rule book, on what the service knows.
  const request = await turn.request(action.requestId);
  // A worker has seen what they act on: the log must have had it, and was restored from a backup since, or
  // it is on its way by another's line. Whoever has it will offer it again; until then this step waits.
  if (!request && isStaff(asker.role) && !begins(action)) return { verdict: 'again', id: action.id };
  const matter = await matterOf(action, request, desk);
  const known = await knownFor(action, request, matter, desk);
  const refused =
    ((action.kind === 'open' || action.kind === 'hand-over') && !request
      ? unknownMatter(action, matter, desk)
      : undefined) ??
    (await codeOfAnother(turn, action, request, desk)) ??
    mayAct(request, action, known);
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

/** Stands on nothing that somebody did before. */
function begins(action: Action): boolean {
  if (action.kind === 'hand-over') return true;
  return action.kind === 'open' && !action.chosen && action.mandate?.agreed.how !== 'pressed';
}

async function knownFor(
  action: Action,
  request: Request | undefined,
  matter: Matter | undefined,
  desk: Desk,
): Promise<Known> {
  const known: Known = { matter, office: desk.office, receivedAt: desk.now };
  if (action.kind === 'take-over' && request?.draft) {
    const proof = await proofOf(request.draft.offer.codeHash, action.id, action.by.id);
    return proof === action.proof ? known : { ...known, proof: 'wrong' };
  }
  // A helper's every step stands on the link, not only the first.
  const mandate = action.kind === 'open' ? action.mandate : request?.mandate;
  if (mandate?.agreed.how !== 'linked') return known;
  const link: Link | undefined = await desk.link(mandate.agreed.linkId);
  return { ...known, link: link ?? 'none' };
}

/** A code is good for one worker, and for one draft. */
async function codeOfAnother(
  turn: OfficeTurn,
  action: Action,
  request: Request | undefined,
  { asker }: Desk,
): Promise<Refused | undefined> {
  if (action.kind === 'hand-over') {
    const code = await turn.handOver(action.offer.codeHash);
    return code ? { reason: 'code-used' } : undefined;
  }
  if (action.kind !== 'take-over' || !request?.draft) return undefined;
  const code = await turn.handOver(request.draft.offer.codeHash);
  return (code?.reservedBy ?? asker.id) === asker.id ? undefined : { reason: 'code-used' };
}

async function matterOf(
  action: Action,
  request: Request | undefined,
  desk: Desk,
): Promise<Matter | undefined> {
  if (request) return desk.matter(request.matterId, request.matterVersion);
  const names = action.kind === 'open' || action.kind === 'hand-over';
  return names ? desk.matter(action.matterId, action.matterVersion) : undefined;
}

function unknownMatter(
  action: Extract<Action, { readonly kind: 'open' | 'hand-over' }>,
  matter: Matter | undefined,
  desk: Desk,
): Refused | undefined {
  if (matter) return undefined;
  return { reason: desk.knowsMatter(action.matterId) ? 'unknown-matter-version' : 'unknown-matter' };
}

export function no(id: string, refused: Refused): Verdict {
  return { verdict: 'refused', id, refused: { ...refused } };
}
