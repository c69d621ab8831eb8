/** The shapes of actions and events on the wire. Whether a step is allowed is the rule book's business, not asked here. */
import * as v from 'valibot';
import { RATINGS, REFUSALS, ROLES, type Action, type Event } from '#domain/request/action.ts';
import { entriesShape, photos } from './entries-shape.ts';
import { mandateShape, offerShape, readBackShape } from './mandate-shape.ts';

const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(64), v.regex(/^[\w-]+$/u));
/** Text is measured generously here, to bound a body; the rule book says what is too long for people. */
const text = v.pipe(v.string(), v.maxLength(20_000));
const time = v.pipe(v.number(), v.integer());

const answer = v.variant('type', [
  v.object({ type: v.literal('unknown') }),
  v.object({ type: v.literal('words'), words: text }),
  v.object({ type: v.literal('date'), date: v.pipe(v.string(), v.maxLength(10)) }),
  v.object({
    type: v.literal('slots'),
    slots: v.pipe(
      v.array(
        v.object({ date: v.pipe(v.string(), v.maxLength(10)), part: v.picklist(['morning', 'afternoon']) }),
      ),
      v.maxLength(20),
    ),
  }),
  v.object({ type: v.literal('choice'), choice: name }),
  v.object({ type: v.literal('choices'), choices: v.pipe(v.array(name), v.maxLength(50)) }),
  v.object({ type: v.literal('money'), fen: v.pipe(v.number(), v.integer()) }),
  v.object({ type: v.literal('yes-no'), yes: v.boolean() }),
  v.object({
    type: v.literal('address'),
    building: name,
    unit: name,
    room: v.pipe(v.string(), v.maxLength(20)),
  }),
  v.object({ type: v.literal('photos'), photos }),
]);

const told = v.record(name, v.picklist(['resident', 'helper', 'worker', 'office']));
const steps = v.pipe(v.array(id), v.maxLength(500));

const step = {
  id,
  requestId: id,
  officeId: name,
  by: v.object({ id: name, role: v.picklist(ROLES) }),
  at: time,
  device: id,
  dseq: v.pipe(v.number(), v.integer(), v.minValue(1)),
};

export const actionShape: v.GenericSchema<unknown, Action> = v.variant('kind', [
  v.object({
    ...step,
    kind: v.literal('open'),
    matterId: name,
    matterVersion: v.pipe(v.number(), v.integer(), v.minValue(1)),
    answers: v.record(name, answer),
    // Absent from whatever a resident files, and from a device one version behind.
    mandate: v.exactOptional(mandateShape),
    readBack: v.exactOptional(readBackShape),
    told: v.exactOptional(told),
    chosen: v.exactOptional(v.record(name, id)),
    seen: v.exactOptional(steps),
  }),
  v.object({
    ...step,
    kind: v.literal('hand-over'),
    matterId: name,
    matterVersion: v.pipe(v.number(), v.integer(), v.minValue(1)),
    entries: entriesShape,
    offer: offerShape,
  }),
  v.object({ ...step, kind: v.literal('take-over'), proof: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)) }),
  v.object({
    ...step,
    kind: v.literal('fill'),
    entries: entriesShape,
    seen: steps,
    reasons: v.exactOptional(v.record(name, text)),
    told: v.exactOptional(told),
  }),
  v.object({ ...step, kind: v.literal('end-mandate'), words: text }),
  v.object({
    ...step,
    kind: v.literal('object'),
    about: id,
    words: text,
    told: v.exactOptional(v.picklist(['telephone', 'counter', 'slip'])),
  }),
  v.object({ ...step, kind: v.literal('confirm'), words: text }),
  v.object({ ...step, kind: v.literal('settle'), outcome: v.picklist(['goes-on', 'ended']), words: text }),
  v.object({ ...step, kind: v.literal('agree'), words: text }),
  v.object({ ...step, kind: v.literal('add'), words: text, photos }),
  v.object({ ...step, kind: v.literal('withdraw') }),
  v.object({ ...step, kind: v.literal('take') }),
  v.object({ ...step, kind: v.literal('write'), words: text, photos }),
  v.object({ ...step, kind: v.literal('extend'), reason: text }),
  v.object({ ...step, kind: v.literal('finish'), result: text, photos }),
  v.object({ ...step, kind: v.literal('send-back'), reason: text, door: name }),
  v.object({ ...step, kind: v.literal('rate'), rating: v.picklist(RATINGS), words: text }),
  v.object({ ...step, kind: v.literal('reopen'), words: text }),
]);

/** Enough of any action to answer it by name: also of a kind that this version has never heard of. */
export const actionCore = v.looseObject({ id, requestId: id, officeId: name, kind: v.string() });

export const refusedShape = v.object({
  reason: v.picklist(REFUSALS),
  who: v.optional(v.string()),
  field: v.optional(v.string()),
});

const due = v.object({ at: time, calendar: v.picklist(['published', 'guessed']) });

/**
 * An event as a device takes it in. The action stays whole and unread beyond its core, so that a
 * device one version behind keeps what it does not understand and can fold it after its update.
 */
export const eventShape: v.GenericSchema<unknown, Event> = v.object({
  action: v.looseObject({
    id,
    requestId: id,
    officeId: name,
    kind: v.string(),
  }) as unknown as v.GenericSchema<unknown, Action>, // the core is checked; the rest is the service's word
  stamp: v.looseObject({
    seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
    receivedAt: time,
    byName: v.optional(v.string()),
    number: v.optional(v.string()),
    answerable: v.optional(v.object({ id: v.string(), name: v.string(), telephone: v.string() })),
    due: v.optional(due),
    confirmBy: v.optional(due),
  }),
}) as unknown as v.GenericSchema<unknown, Event>; // optional keys are absent, never undefined, in JSON
