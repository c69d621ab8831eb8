/**
 * Links between a resident and a relative: offered by the one, accepted by the other with the code, listed for
 * both, and ended by either of them or by a worker who says who asked for it.
 *
 * Only the code's hash is here. Guessing is slowed for one account and for one place; a right code pardons nothing.
 */
import { Hono, type Context } from 'hono';
import { ELDERS_MOST, LINK_MOST_MS, type NamedLink } from '#domain/mandate/link.ts';
import { CODE_MS } from '#domain/mandate/mandate.ts';
import { isStaff } from '#domain/request/whose.ts';
import { codeHashOf } from '#protocol/hand-over-marks.ts';
import {
  ACCEPT_LINK_PATH,
  acceptLinkBody,
  END_LINK_PATH,
  endLinkBody,
  LINKS_PATH,
  OFFER_LINK_PATH,
  offerLinkBody,
  type AcceptLinkReply,
} from '#protocol/links.ts';
import { guess } from '../accounts/guesses.ts';
import { sha256 } from '../accounts/sessions.ts';
import { whoAsks } from '../accounts/who-asks.ts';
import type { ServiceDeps } from '../service-deps.ts';
import type { LinkRecord } from '../store/store.ts';
import { makeTurns } from '../store/turns.ts';
import { answer, readJson, trouble } from './answer.ts';
import { belongs } from './belongs.ts';
import { addressOf } from './sign-in.ts';

type Accepted = AcceptLinkReply extends infer Reply
  ? Reply extends AcceptLinkReply
    ? Omit<Reply, 'bangban'>
    : never
  : never;

/** A whole family may sit behind one address. */
const ONE_PLACE = { free: 20, mostMs: 60_000 };

export function linksRoute({ store, office, now, log }: ServiceDeps): Hono {
  // Links are few: one change after another, so that two who come at once do not both get in.
  const turns = makeTurns();
  const alive = (link: LinkRecord) => link.endedAt === undefined && now() <= link.until;

  async function accept(code: string, helperId: string, helperName: string): Promise<Accepted> {
    const link = await store.linkByCode(await codeHashOf(office.id, code));
    if (!link) return { accepted: 'wrong' };
    if (link.elderId === helperId) return { accepted: 'yourself' };
    if (link.helperId === helperId && alive(link)) return { accepted: 'in', link: named(link) }; // the reply was lost
    if (link.helperId !== '') return { accepted: 'used' };
    if (link.endedAt !== undefined || now() > (link.codeUntil ?? 0)) return { accepted: 'too-late' };
    const others = (await store.linksOf({ helperId })).filter(alive);
    const before = others.filter(({ elderId }) => elderId === link.elderId);
    const elders = new Set(others.map(({ elderId }) => elderId));
    if (before.length === 0 && elders.size >= ELDERS_MOST) return { accepted: 'too-many' };
    for (const { id } of before) await store.endLink(id, now()); // what was agreed last counts
    const made: LinkRecord = { ...link, helperId, helperName, from: now() };
    await store.saveLink(made);
    return { accepted: 'in', link: named(made) };
  }

  /** Counts the try before it looks, so that many at once gain nothing. */
  async function slowly(
    context: Context,
    callerId: string,
    look: () => Promise<Accepted>,
  ): Promise<Accepted> {
    const counted = [
      [sha256(`link\n${callerId}`)],
      [sha256(`link place\n${addressOf(context)}`), ONE_PLACE],
    ] as const;
    const guessed = await guess(store, counted, now(), look, ({ accepted }) => accepted === 'wrong');
    return 'found' in guessed ? guessed.found : { accepted: 'slow-down', waitMs: guessed.waitMs };
  }

  return new Hono()
    .post(OFFER_LINK_PATH, async (context) => {
      const caller = await whoAsks(context, store, now());
      if (caller?.role !== 'resident') return trouble(context, 'signed-out', 401);
      const body = await readJson(context, offerLinkBody);
      if (!body.ok) return body.response;
      const { id, codeHash, elderName, relation, scopes, until } = body.value;
      const from = now();
      if (until <= from || until > from + LINK_MOST_MS) return answer(context, { offered: 'too-long' });
      return turns(async () => {
        const same = (await store.link(id)) ?? (await store.linkByCode(codeHash));
        if (same && (same.id !== id || same.elderId !== caller.id || same.helperId !== ''))
          return trouble(context, 'not-our-shape', 400); // nobody writes over a link that is there
        for (const one of await store.linksOf({ elderId: caller.id }))
          if (one.helperId === '' && one.id !== id) await store.endLink(one.id, from);
        const codeUntil = from + CODE_MS;
        const nobody = { helperId: '', helperName: '' };
        const offer = { id, elderId: caller.id, elderName, ...nobody, relation, scopes, from, until };
        await store.saveLink({ ...offer, codeHash, codeUntil });
        log({ what: 'link-offered', who: caller.id });
        return answer(context, { offered: 'yes', codeUntil });
      });
    })
    .post(ACCEPT_LINK_PATH, async (context) => {
      const caller = await whoAsks(context, store, now());
      if (caller?.role !== 'resident') return trouble(context, 'signed-out', 401);
      const body = await readJson(context, acceptLinkBody);
      if (!body.ok) return body.response;
      const { code, helperName } = body.value;
      const found = await turns(() => slowly(context, caller.id, () => accept(code, caller.id, helperName)));
      log({ what: 'link-accept', who: caller.id, answer: found.accepted });
      return answer(context, found);
    })
    .get(LINKS_PATH, async (context) => {
      const caller = await whoAsks(context, store, now());
      if (!caller) return trouble(context, 'signed-out', 401);
      if (!belongs(caller, office.id, office.id)) return trouble(context, 'other-office', 403);
      if (caller.role !== 'resident' && !isStaff(caller.role)) return trouble(context, 'workers-only', 403);
      const whose = caller.role === 'resident' ? caller.id : context.req.query('resident');
      if (whose === undefined || whose === '') return trouble(context, 'not-our-shape', 400);
      const both = [
        ...(await store.linksOf({ elderId: whose })),
        ...(await store.linksOf({ helperId: whose })),
      ];
      return answer(context, { links: both.filter(({ helperId }) => helperId !== '').map(named) });
    })
    .post(END_LINK_PATH, async (context) => {
      const caller = await whoAsks(context, store, now());
      if (!caller) return trouble(context, 'signed-out', 401);
      if (!belongs(caller, office.id, office.id)) return trouble(context, 'other-office', 403);
      const body = await readJson(context, endLinkBody);
      if (!body.ok) return body.response;
      const words = (body.value.words ?? '').trim();
      return turns(async () => {
        const link = await store.link(body.value.id);
        const theirs = link && (link.elderId === caller.id || link.helperId === caller.id);
        if (!link || !(isStaff(caller.role) || theirs)) return answer(context, { ended: 'not-here' });
        if (isStaff(caller.role) && words === '') return answer(context, { ended: 'reason-missing' });
        if (link.endedAt === undefined) {
          const endedBy = { id: caller.id, ...(words !== '' && { words }) };
          await store.saveLink({ ...link, endedAt: now(), endedBy });
          log({ what: 'link-ended', who: caller.id });
        }
        return answer(context, { ended: 'yes' });
      });
    });
}

/** What the two may know of it: not the code's hash, nor what a worker wrote. */
function named({ codeHash: _code, codeUntil: _until, endedBy: _by, ...link }: LinkRecord): NamedLink {
  return link;
}
