/**
 * A request without an account: number and year of birth, and "this is not right" about what was done in one's name.
 *
 * Both are guessed slowly: for one number from wherever, and from one place for whichever number. A right
 * year costs nothing, and pardons nothing either.
 */
import { Hono, type Context } from 'hono';
import type { Action } from '#domain/request/action.ts';
import { readNumber } from '#domain/request/number.ts';
import { LOOKUP_OBJECT_PATH, LOOKUP_PATH, lookupBody, lookupObjectBody } from '#protocol/lookup.ts';
import type { Verdict } from '#protocol/push.ts';
import { guess } from '../accounts/guesses.ts';
import { sha256 } from '../accounts/sessions.ts';
import type { Patience } from '../accounts/slow-down.ts';
import { decide } from '../decide.ts';
import { bySlip, tellSlip, type FoundSlip } from '../look-up.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { makeTurns } from '../store/turns.ts';
import { answer, readJson, trouble } from './answer.ts';
import { deskFor } from './push.ts';
import { addressOf } from './sign-in.ts';

/** There are some sixty years to guess: ten hours of it. */
const ONE_NUMBER: Patience = { free: 2, mostMs: 600_000 };
/** A kiosk is one place for a whole hall, and so is a proxy. */
const ONE_PLACE: Patience = { free: 20, mostMs: 60_000 };

type Slip = { readonly number: string; readonly birthYear: number };
type Looked = { readonly found: FoundSlip | undefined } | { readonly waitMs: number };

export function lookupRoute(deps: ServiceDeps): Hono {
  const { store, office, now, log } = deps;
  const counting = makeTurns();

  /** Counts the try before it looks, so that many at once gain nothing. */
  const look = (context: Context, slip: Slip): Promise<Looked> =>
    counting(async () => {
      const counted = [
        [sha256(`lookup number\n${readNumber(slip.number) ?? slip.number}`), ONE_NUMBER],
        [sha256(`lookup place\n${addressOf(context)}`), ONE_PLACE],
      ] as const;
      const guessed = await guess(
        store,
        counted,
        now(),
        () => bySlip(store, office.id, slip),
        (found) => !found,
      );
      if ('waitMs' in guessed) return guessed;
      const { found } = guessed;
      log({ what: 'lookup', found: found ? 'yes' : 'no' });
      return { found };
    });

  return new Hono()
    .post(LOOKUP_PATH, async (context) => {
      const body = await readJson(context, lookupBody);
      if (!body.ok) return body.response;
      const looked = await look(context, body.value);
      if ('waitMs' in looked) return answer(context, { lookup: 'slow-down', waitMs: looked.waitMs });
      if (!looked.found) return answer(context, { lookup: 'none' });
      return answer(context, { lookup: 'found', found: tellSlip(looked.found, now()) });
    })
    .post(LOOKUP_OBJECT_PATH, async (context) => {
      const body = await readJson(context, lookupObjectBody);
      if (!body.ok) return body.response;
      const looked = await look(context, body.value);
      if ('waitMs' in looked) return answer(context, { lookup: 'slow-down', waitMs: looked.waitMs });
      if (!looked.found) return answer(context, { lookup: 'none' });
      const verdict = await object(deps, looked.found, body.value);
      if (verdict.verdict === 'again') return trouble(context, 'busy', 503);
      if (verdict.verdict === 'refused')
        return answer(context, { lookup: 'refused', reason: verdict.refused.reason });
      deps.news.grown(office.id);
      log({ what: 'lookup-object' });
      const found = await bySlip(store, office.id, body.value);
      return found
        ? answer(context, { lookup: 'found', found: tellSlip(found, now()) })
        : answer(context, { lookup: 'none' });
    });
}

type Objecting = { readonly id: string; readonly about: string; readonly words: string };

/** The resident's own step, though no device of theirs made it: the slip and the year stand for the person. */
function object(
  deps: ServiceDeps,
  { request }: FoundSlip,
  { id, about, words }: Objecting,
): Promise<Verdict> {
  const now = deps.now();
  const by = { id: request.residentId, role: 'resident' } as const;
  const action: Action = {
    kind: 'object',
    id,
    requestId: request.id,
    officeId: deps.office.id,
    by,
    at: now,
    device: id,
    dseq: 1,
    about,
    words,
    told: 'slip',
  };
  const desk = deskFor(deps, by, now);
  return deps.store.append(deps.office.id, (turn) => decide(turn, action, desk));
}
