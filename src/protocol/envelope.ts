/**
 * The outer shape of every body that crosses the wire.
 *
 * `bangban: 1` tells our own answer from a café's login page that also says 200. A body that does
 * not parse is trouble on the line, never an answer.
 */
import * as v from 'valibot';

export const MAGIC = 1;
export { DEVICE_HEADER } from './device-header.ts';

export const envelope = { bangban: v.literal(MAGIC) };

/** The value in its shape, or `undefined` when it is not ours. Unknown keys are dropped. */
export function inShape<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> | undefined {
  const read = v.safeParse(schema, value);
  return read.success ? read.output : undefined;
}
