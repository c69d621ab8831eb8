/** What the family screens ask of the service. Trouble on the line is `undefined`: the screens say what to do then. */
import type { Deps } from '#app/deps.ts';
import type { LinkScope, NamedLink, Relation } from '#domain/mandate/link.ts';
import { codeHashOf } from '#protocol/hand-over-marks.ts';
import {
  ACCEPT_LINK_PATH,
  acceptLinkReply,
  END_LINK_PATH,
  endLinkReply,
  LINKS_PATH,
  linksReply,
  OFFER_LINK_PATH,
  offerLinkReply,
  type AcceptLinkReply,
} from '#protocol/links.ts';
import { ask, type Question } from '#sync/line.ts';
import { pageWorld } from '#sync/triggers.ts';
import type { GenericSchema, InferOutput } from 'valibot';

type Call = Deps['call'];

export type Offering = {
  readonly id: string;
  readonly elderName: string;
  readonly relation: Relation;
  readonly scopes: readonly LinkScope[];
  readonly until: number;
};

/** `codeUntil`: ms since 1970 by the service's clock. */
export async function offerLink(
  call: Call,
  officeId: string,
  code: string,
  offering: Offering,
): Promise<{ readonly codeUntil: number } | 'too-long' | undefined> {
  const body = { bangban: 1, ...offering, codeHash: await codeHashOf(officeId, code) };
  const reply = await answerTo(call, { path: OFFER_LINK_PATH, schema: offerLinkReply, body });
  return reply?.offered === 'yes' ? { codeUntil: reply.codeUntil } : reply?.offered;
}

export function acceptLink(
  call: Call,
  code: string,
  helperName: string,
): Promise<AcceptLinkReply | undefined> {
  return answerTo(call, {
    path: ACCEPT_LINK_PATH,
    schema: acceptLinkReply,
    body: { bangban: 1, code, helperName },
  });
}

/** Of a resident, for a worker; those that hold and those that have ended. */
export async function linksOfResident(
  call: Call,
  residentId: string,
): Promise<readonly NamedLink[] | undefined> {
  const path = `${LINKS_PATH}?resident=${encodeURIComponent(residentId)}`;
  return (await answerTo(call, { path, schema: linksReply }))?.links;
}

/** True when it has ended, also when it had before. A worker says in `words` who asked for it. */
export async function endLink(call: Call, id: string, words?: string): Promise<boolean> {
  const body = { bangban: 1, id, ...(words !== undefined && { words }) };
  const reply = await answerTo(call, { path: END_LINK_PATH, schema: endLinkReply, body });
  return reply !== undefined && reply.ended !== 'reason-missing';
}

async function answerTo<Schema extends GenericSchema>(
  call: Call,
  question: Question<Schema>,
): Promise<InferOutput<Schema> | undefined> {
  const answer = await ask({ call, clock: pageWorld().clock }, question);
  return answer.at === 'answered' ? answer.reply : undefined;
}
