/** The shapes of a mandate and of the yes after reading back. Whether they suffice is the rule book's business. */
import * as v from 'valibot';
import { POWERS, type Mandate, type Offer, type ReadBack } from '#domain/mandate/mandate.ts';

const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(64), v.regex(/^[\w-]+$/u));
const line = v.pipe(v.string(), v.maxLength(500));
const time = v.pipe(v.number(), v.integer());
const place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000));

const agreed = v.variant('how', [
  v.object({
    how: v.literal('signed'),
    strokes: v.pipe(v.array(v.pipe(v.array(place), v.maxLength(1000))), v.maxLength(60)),
  }),
  v.object({ how: v.literal('pressed') }),
  v.object({ how: v.literal('linked'), linkId: id }),
  v.object({ how: v.literal('witnessed'), witnesses: v.tuple([line, line]) }),
  v.object({ how: v.literal('cannot-agree'), why: line }),
]);

const common = {
  id,
  /** Of a resident with an account, or made by the worker's device for one without. */
  residentId: name,
  residentName: line,
  birthYear: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100))),
  matterId: name,
  requestId: id,
  powers: v.pipe(v.array(v.picklist(POWERS)), v.maxLength(POWERS.length)),
  sensitive: v.pipe(v.array(name), v.maxLength(50)),
  from: time,
  until: time,
  reason: line,
};

export const mandateShape: v.GenericSchema<unknown, Mandate> = v.object({
  ...common,
  helperId: name,
  agreed,
});

export const offerShape: v.GenericSchema<unknown, Offer> = v.object({
  ...common,
  codeHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
  codeUntil: time,
});

export const readBackShape: v.GenericSchema<unknown, ReadBack> = v.object({
  at: time,
  how: v.picklist(['pressed', 'signed']),
});
