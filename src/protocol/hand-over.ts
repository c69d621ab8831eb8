/**
 * The hand-over on the wire: a worker redeems a code, and gets the key by which the office opens letters.
 *
 * POST /api/v1/hand-over/redeem {code}: everything of the draft so far, for the first worker who has the code.
 * GET /api/v1/office-key: for those who work on requests. Devices keep it only while somebody is signed in.
 */
import * as v from 'valibot';
import { eventShape } from './action-shape.ts';
import { envelope } from './envelope.ts';
import type { PrivateJwk } from './seal.ts';

export const REDEEM_PATH = '/api/v1/hand-over/redeem';
export const OFFICE_KEY_PATH = '/api/v1/office-key';

/** The code as it was made: eight signs, without spaces. */
export const redeemBody = v.object({ ...envelope, code: v.pipe(v.string(), v.regex(/^[0-9A-Z]{8}$/u)) });

/** `used`: another worker came first. `too-late`: its half hour is over, or a newer code or an end came after it. */
export const redeemReply = v.variant('redeemed', [
  v.object({
    ...envelope,
    redeemed: v.literal('in'),
    codeHash: v.string(),
    requestId: v.string(),
    events: v.array(eventShape),
  }),
  v.object({ ...envelope, redeemed: v.picklist(['wrong', 'used', 'too-late']) }),
  v.object({ ...envelope, redeemed: v.literal('slow-down'), waitMs: v.number() }),
]);
export type RedeemReply = v.InferOutput<typeof redeemReply>;

const signs = v.pipe(v.string(), v.regex(/^[\w-]{43}$/u));
export const privateJwkShape: v.GenericSchema<unknown, PrivateJwk> = v.object({
  kty: v.literal('EC'),
  crv: v.literal('P-256'),
  x: signs,
  y: signs,
  d: signs,
});

export const officeKeyShape = v.object({
  /** The raw point, base64url, as everybody may know it. */
  publicKey: v.pipe(v.string(), v.regex(/^[\w-]{87}$/u)),
  privateJwk: privateJwkShape,
});
export const officeKeyReply = v.object({ ...envelope, ...officeKeyShape.entries });
