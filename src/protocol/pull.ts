/** POST /api/v1/pull: the office's log after a cursor. POST and no-store, so that no cache on the way can answer. */
import * as v from 'valibot';
import { eventShape } from './action-shape.ts';
import { envelope } from './envelope.ts';

export const PULL_PATH = '/api/v1/pull';
export const PULL_MOST = 500;

const seq = v.pipe(v.number(), v.integer(), v.minValue(0));

/** `h` is the chain hash at `after`, lower-case hex SHA-256; the empty string at 0. */
export const pullBody = v.object({
  ...envelope,
  officeId: v.string(),
  after: seq,
  h: v.string(),
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(PULL_MOST)),
});
export type PullBody = v.InferOutput<typeof pullBody>;

/**
 * `reset`: the service does not know this cursor (restored from a backup, another service).
 * `next` and `h` belong to the newest line that was looked at, seen by this person or not.
 */
export const pullReply = v.variant('pulled', [
  v.object({ ...envelope, pulled: v.literal('reset'), now: v.number(), after: seq }),
  v.object({
    ...envelope,
    pulled: v.literal('page'),
    now: v.number(),
    after: seq,
    next: seq,
    h: v.string(),
    more: v.boolean(),
    events: v.array(eventShape),
  }),
]);
export type PullReply = v.InferOutput<typeof pullReply>;
