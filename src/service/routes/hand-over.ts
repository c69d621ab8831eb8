/**
 * A code becomes a draft: for one worker, for half an hour by this clock, and slowly for whoever guesses.
 *
 * Only the code's hash is here. The worker who redeems becomes a reader of the request in the same turn.
 */
import { Hono } from 'hono';
import type { Event } from '#domain/request/action.ts';
import { isStaff } from '#domain/request/whose.ts';
import { redeemBody, REDEEM_PATH } from '#protocol/hand-over.ts';
import { codeHashOf } from '#protocol/hand-over-marks.ts';
import { guess } from '../accounts/guesses.ts';
import { sha256 } from '../accounts/sessions.ts';
import { whoAsks } from '../accounts/who-asks.ts';
import type { ServiceDeps } from '../service-deps.ts';
import type { OfficeTurn } from '../store/store.ts';
import { makeTurns } from '../store/turns.ts';
import { answer, readJson, trouble } from './answer.ts';
import { belongs } from './belongs.ts';

type Redeemed =
  | { readonly redeemed: 'wrong' | 'used' | 'too-late' }
  | { readonly redeemed: 'in'; readonly requestId: string };

export function handOverRoute({ store, office, now, log }: ServiceDeps): Hono {
  const counting = makeTurns();
  return new Hono().post(REDEEM_PATH, async (context) => {
    const caller = await whoAsks(context, store, now());
    if (!caller) return trouble(context, 'signed-out', 401);
    if (!isStaff(caller.role)) return trouble(context, 'workers-only', 403);
    if (!belongs(caller, office.id, office.id)) return trouble(context, 'other-office', 403);
    const body = await readJson(context, redeemBody);
    if (!body.ok) return body.response;

    // One guess after another, whoever asks at once. A right code costs nothing, and pardons nothing either.
    const key = sha256(`hand-over\n${caller.id}`);
    const codeHash = await codeHashOf(office.id, body.value.code);
    const found = await counting(async () => {
      const guessed = await guess(
        store,
        [[key]],
        now(),
        () => store.append(office.id, (turn) => redeem(turn, codeHash, caller.id, now())),
        ({ redeemed }) => redeemed === 'wrong',
      );
      return 'found' in guessed
        ? guessed.found
        : ({ redeemed: 'slow-down', waitMs: guessed.waitMs } as const);
    });
    log({ what: 'redeem', who: caller.id, answer: found.redeemed });
    if (found.redeemed !== 'in') return answer(context, found);
    const { requestId } = found;
    const { lines } = await store.trail(office.id, requestId);
    const events = lines.flatMap(({ event }): readonly Event[] => (event ? [event] : []));
    return answer(context, { ...found, codeHash, events });
  });
}

async function redeem(turn: OfficeTurn, codeHash: string, workerId: string, now: number): Promise<Redeemed> {
  const code = await turn.handOver(codeHash);
  const request = code && (await turn.request(code.requestId));
  if (!code || !request) return { redeemed: 'wrong' };
  const mine = code.reservedBy === workerId;
  const taken = request.mandate && request.mandate.helperId !== workerId;
  if ((code.reservedBy !== undefined && !mine) || taken) return { redeemed: 'used' };
  const offer = request.status === 'draft' && !request.mandateEnded ? request.draft?.offer : undefined;
  if (offer?.codeHash !== codeHash || now > code.until) return { redeemed: 'too-late' };
  await turn.saveHandOver({ ...code, reservedBy: workerId });
  await turn.addReader(code.requestId, workerId);
  return { redeemed: 'in', requestId: code.requestId };
}
