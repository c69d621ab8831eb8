/**
 * Actions in, one verdict each, all of a push in one turn of the store.
 *
 * An action that cannot be read spoils no other: with its id it is refused by name, without it it is passed over.
 */
import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import * as v from 'valibot';
import type { Action } from '#domain/request/action.ts';
import { actionCore, actionShape } from '#protocol/action-shape.ts';
import { inShape } from '#protocol/envelope.ts';
import { PUSH_MOST, PUSH_PATH, pushBody, type Verdict } from '#protocol/push.ts';
import { sha256 } from '../accounts/sessions.ts';
import { answerable, whoAsks, type Caller } from '../accounts/who-asks.ts';
import { decide, no, verdictOf } from '../decide.ts';
import type { Desk } from '../desk.ts';
import { errorLine } from '../log.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { StoreTrouble, type OfficeTurn } from '../store/store.ts';
import { answer, readJson, trouble } from './answer.ts';

type Offered = { readonly id: string; readonly action: Action | undefined };

/** Too many actions are told by 413, as too many bytes are, so that the device offers fewer. */
const anyNumber = v.object({ ...pushBody.entries, actions: v.array(v.unknown()) });

export function pushRoute(deps: ServiceDeps): Hono {
  return new Hono().post(PUSH_PATH, async (context) => {
    const now = deps.now();
    const caller = await whoAsks(context, deps.store, now);
    if (!caller) return trouble(context, 'signed-out', 401);
    const body = await readJson(context, anyNumber);
    if (!body.ok) return body.response;

    if (body.value.actions.length > PUSH_MOST) return trouble(context, 'too-large', 413);

    const offered = body.value.actions.flatMap(read);
    const desk = deskFor(deps, caller, now, body.value.carried);
    if (caller.role !== 'resident') await shutDoors(offered, deps);
    const verdicts = await deps.store.append(deps.office.id, async (turn) => {
      const given: Verdict[] = [];
      for (const one of offered) given.push(await verdictOn(one, turn, desk, deps));
      return given;
    });
    if (verdicts.some(({ verdict }) => verdict === 'accepted')) deps.news.grown(deps.office.id);
    deps.log({ what: 'push', who: caller.id, offered: body.value.actions.length, ...count(verdicts) });
    return answer(context, { now, verdicts });
  });
}

/**
 * A resident without a phone gets an id from a worker's device, and nobody a secret to it: else that worker
 * could come back as the resident, to rate or to withdraw. A resident who has a secret keeps it.
 */
async function shutDoors(offered: readonly Offered[], { store }: ServiceDeps): Promise<void> {
  for (const { action } of offered) {
    if (action?.kind !== 'open' || !action.mandate) continue;
    // Handed over on a phone: its owner has a secret, and may only not have called yet.
    if (action.mandate.agreed.how === 'pressed') continue;
    await store.meetResident(action.mandate.residentId, sha256(randomBytes(32).toString('hex')));
  }
}

function read(offered: unknown): readonly Offered[] {
  const action = inShape(actionShape, offered);
  if (action) return [{ id: action.id, action }];
  const core = inShape(actionCore, offered);
  return core ? [{ id: core.id, action: undefined }] : [];
}

async function verdictOn(
  offered: Offered,
  turn: OfficeTurn,
  desk: Desk,
  deps: ServiceDeps,
): Promise<Verdict> {
  try {
    if (offered.action) return await decide(turn, offered.action, desk);
    const earlier = await turn.known(offered.id);
    return earlier ? verdictOf(offered.id, earlier) : no(offered.id, { reason: 'unknown-action' });
  } catch (error) {
    if (error instanceof StoreTrouble) throw error; // nothing of this push is kept, and nobody is told that it was
    deps.log({ what: 'decide-failed', action: offered.id, ...errorLine(error) });
    return { verdict: 'again', id: offered.id };
  }
}

export function deskFor(
  { store, office, catalogue }: ServiceDeps,
  caller: Caller,
  now: number,
  carried: Desk['carried'] = {},
): Desk {
  return {
    office,
    now,
    asker: {
      id: caller.id,
      role: caller.role,
      ...(caller.role !== 'resident' && { worker: answerable(caller.account) }),
    },
    // A worker of another office stands at this desk as a stranger.
    officeId: caller.role === 'resident' ? office.id : caller.account.officeId,
    carried,
    matter: (id, version) => store.matter(id, version),
    knowsMatter: (id) => catalogue.some((matter) => matter.id === id),
    async worker(id) {
      const account = await store.worker(id);
      return account && answerable(account);
    },
    link: (id) => store.link(id),
    secretHashOf: (id) => store.secretHashOf(id),
  };
}

function count(verdicts: readonly Verdict[]): Record<Verdict['verdict'], number> {
  const counts = { accepted: 0, refused: 0, again: 0 };
  for (const { verdict } of verdicts) counts[verdict] += 1;
  return counts;
}
