/** The shapes of what stands on the screen of somebody who is still writing: bounded, and judged by nobody yet. */
import * as v from 'valibot';
import type { Entries } from '#domain/answers/answer.ts';

const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(64), v.regex(/^[\w-]+$/u));
const text = v.pipe(v.string(), v.maxLength(20_000));
const part = v.pipe(v.string(), v.maxLength(20));

const photo = v.object({
  id,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  mime: v.picklist(['image/jpeg', 'image/png', 'image/webp']),
});
export const photos = v.pipe(v.array(photo), v.maxLength(10));

const entry = v.variant('type', [
  v.object({ type: v.literal('unknown') }),
  v.object({ type: v.literal('typed'), typed: text }),
  v.object({ type: v.literal('date'), year: part, month: part, day: part }),
  v.object({
    type: v.literal('slots'),
    slots: v.pipe(
      v.array(
        v.object({
          date: v.pipe(v.string(), v.maxLength(10)),
          part: v.picklist(['morning', 'afternoon']),
        }),
      ),
      v.maxLength(20),
    ),
  }),
  v.object({ type: v.literal('choice'), choice: name }),
  v.object({ type: v.literal('choices'), choices: v.pipe(v.array(name), v.maxLength(50)) }),
  v.object({ type: v.literal('yes-no'), yes: v.boolean() }),
  v.object({
    type: v.literal('address'),
    building: v.exactOptional(name),
    unit: v.exactOptional(name),
    room: v.pipe(v.string(), v.maxLength(200)),
  }),
  v.object({ type: v.literal('photos'), photos }),
]);

export const entriesShape: v.GenericSchema<unknown, Entries> = v.pipe(
  v.record(name, entry),
  v.check((entries) => Object.keys(entries).length <= 50),
);
