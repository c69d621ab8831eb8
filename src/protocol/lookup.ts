/**
 * A request without an account: by the number on the slip and the year of birth.
 *
 * POST /api/v1/lookup: where it stands and what was done in the resident's name. Nothing of it says who the
 * resident is, where they live or what they wrote: whoever finds a slip knows no more than the slip.
 * POST /api/v1/lookup/object: "this is not right", about one of those steps.
 */
import * as v from 'valibot';
import { REFUSALS } from '#domain/request/action.ts';
import { envelope } from './envelope.ts';

export const LOOKUP_PATH = '/api/v1/lookup';
export const LOOKUP_OBJECT_PATH = '/api/v1/lookup/object';

const time = v.pipe(v.number(), v.integer());
const day = v.object({ at: time, calendar: v.picklist(['published', 'guessed']) });
const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u));

const slip = {
  ...envelope,
  /** As it was typed or dictated. */
  number: v.pipe(v.string(), v.maxLength(40)),
  birthYear: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100)),
};
export const lookupBody = v.object(slip);
export const lookupObjectBody = v.object({
  ...slip,
  /** Of this step, made when the person pressed: sent again it is the same step. */
  id,
  /** The step that was not right. */
  about: id,
  words: v.pipe(v.string(), v.maxLength(20_000)),
});

const doneInName = v.object({
  about: id,
  kind: v.picklist(['open', 'fill', 'add']),
  /** A worker's name; a relative's is not said here. */
  byName: v.exactOptional(v.string()),
  role: v.picklist(['helper', 'worker', 'supervisor', 'administrator']),
  /** ms since 1970, by the service's clock. */
  at: time,
  /** Until then one may say "this is not right". */
  objectUntil: time,
});

export const lookedUpShape = v.object({
  number: v.string(),
  title: v.objectWithRest({ 'zh-CN': v.string() }, v.string()),
  status: v.picklist(['open', 'taken', 'done', 'withdrawn', 'ended']),
  answerable: v.exactOptional(v.object({ name: v.string(), telephone: v.string() })),
  due: v.exactOptional(day),
  done: v.array(doneInName),
  /** Somebody said "this is not right", and a supervisor has not seen to it yet. */
  stopped: v.boolean(),
  /** Nobody begins before the resident's own yes. */
  awaits: v.boolean(),
  /** By the service's clock: what `objectUntil` is measured against. */
  now: time,
});
export type LookedUp = v.InferOutput<typeof lookedUpShape>;
export type DoneInName = v.InferOutput<typeof doneInName>;

/** `none`: no such number, or not that year; nobody is told which. `slow-down`: wait so many ms. */
const nothing = [
  v.object({ ...envelope, lookup: v.literal('none') }),
  v.object({ ...envelope, lookup: v.literal('slow-down'), waitMs: v.number() }),
] as const;

export const lookupReply = v.variant('lookup', [
  v.object({ ...envelope, lookup: v.literal('found'), found: lookedUpShape }),
  ...nothing,
]);
export type LookupReply = v.InferOutput<typeof lookupReply>;

export const lookupObjectReply = v.variant('lookup', [
  v.object({ ...envelope, lookup: v.literal('found'), found: lookedUpShape }),
  v.object({ ...envelope, lookup: v.literal('refused'), reason: v.picklist(REFUSALS) }),
  ...nothing,
]);
export type LookupObjectReply = v.InferOutput<typeof lookupObjectReply>;
