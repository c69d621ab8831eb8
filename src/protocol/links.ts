/**
 * Links between a resident and a relative: offered on one telephone, accepted with the code on another.
 *
 * The code is made on the resident's telephone and shown there; what the service keeps is its hash. It opens
 * once, for half an hour by the service's clock.
 */
import * as v from 'valibot';
import { LINK_SCOPES, RELATIONS, type NamedLink } from '#domain/mandate/link.ts';
import { envelope } from './envelope.ts';

export const LINKS_PATH = '/api/v1/links';
export const OFFER_LINK_PATH = `${LINKS_PATH}/offer`;
export const ACCEPT_LINK_PATH = `${LINKS_PATH}/accept`;
export const END_LINK_PATH = `${LINKS_PATH}/end`;

/** What the QR holds: the code, and that it is one for a link. */
export const LINK_QR = 'BANGBAN:L:';

const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u));
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(50));
const at = v.pipe(v.number(), v.integer());

/** Times in ms since 1970, by the service's clock. `helperId` and `helperName` are empty until it is accepted. */
export const linkShape: v.GenericSchema<unknown, NamedLink> = v.object({
  id: v.string(),
  elderId: v.string(),
  helperId: v.string(),
  elderName: v.string(),
  helperName: v.string(),
  relation: v.picklist(RELATIONS),
  scopes: v.array(v.picklist(LINK_SCOPES)),
  from: v.number(),
  until: v.number(),
  endedAt: v.exactOptional(v.number()),
});

/** By the resident. `codeHash`: lower-case hex SHA-256 of "<office id>:<code>". A newer offer ends the older one. */
export const offerLinkBody = v.object({
  ...envelope,
  id,
  codeHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
  elderName: name,
  relation: v.picklist(RELATIONS),
  scopes: v.pipe(v.array(v.picklist(LINK_SCOPES)), v.minLength(1), v.maxLength(LINK_SCOPES.length)),
  until: at,
});
/** `too-long`: more than twelve months, or an end that is over already. */
export const offerLinkReply = v.variant('offered', [
  v.object({ ...envelope, offered: v.literal('yes'), codeUntil: v.number() }),
  v.object({ ...envelope, offered: v.literal('too-long') }),
]);

/** By the relative, with the code as it was made. */
export const acceptLinkBody = v.object({
  ...envelope,
  code: v.pipe(v.string(), v.maxLength(20)),
  helperName: name,
});
/** `slow-down`: wait so many ms before the next try; nobody is ever locked out. */
export const acceptLinkReply = v.variant('accepted', [
  v.object({ ...envelope, accepted: v.literal('in'), link: linkShape }),
  v.object({ ...envelope, accepted: v.picklist(['wrong', 'used', 'too-late', 'yourself', 'too-many']) }),
  v.object({ ...envelope, accepted: v.literal('slow-down'), waitMs: v.number() }),
]);
export type AcceptLinkReply = v.InferOutput<typeof acceptLinkReply>;

/** GET: one's own links on both sides, ended ones too; a worker's with `?resident=ID`. */
export const linksReply = v.object({ ...envelope, links: v.array(linkShape) });

/** By either of the two, or by a worker who says in words who asked for it. */
export const endLinkBody = v.object({
  ...envelope,
  id,
  words: v.optional(v.pipe(v.string(), v.maxLength(2000))),
});
export const endLinkReply = v.object({
  ...envelope,
  ended: v.picklist(['yes', 'not-here', 'reason-missing']),
});
