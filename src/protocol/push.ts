/** POST /api/v1/push: actions up, one verdict each. */
import * as v from 'valibot';
import { refusedShape } from './action-shape.ts';
import { envelope } from './envelope.ts';

export const PUSH_PATH = '/api/v1/push';
/** Actions in one push: the service reads no more, the device offers fewer. */
export const PUSH_MOST = 200;

/** Actions are read one at a time, so that one that is out of shape spoils no other. */
export const pushBody = v.object({
  ...envelope,
  actions: v.pipe(v.array(v.unknown()), v.maxLength(PUSH_MOST)),
  /** By action id: the resident's mark on a hand-over that a worker brings (hand-over-marks.ts). */
  carried: v.exactOptional(v.record(v.string(), v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)))),
});
export type PushBody = v.InferOutput<typeof pushBody>;

/** `again`: not answered now; the action waits for the next push. `accepted` and `refused` are final. */
export const verdictShape = v.variant('verdict', [
  v.object({ verdict: v.literal('accepted'), id: v.string(), seq: v.number() }),
  v.object({ verdict: v.literal('refused'), id: v.string(), refused: refusedShape }),
  v.object({ verdict: v.literal('again'), id: v.string() }),
]);
export type Verdict = v.InferOutput<typeof verdictShape>;

/** `now` is the service's clock, ms since 1970. */
export const pushReply = v.object({ ...envelope, now: v.number(), verdicts: v.array(verdictShape) });
export type PushReply = v.InferOutput<typeof pushReply>;
