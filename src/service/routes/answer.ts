/** Reading a body and answering in our own envelope, the same way at every path. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type * as v from 'valibot';
import { inShape, MAGIC } from '#protocol/envelope.ts';

/** Bytes in one body. A push of 200 long actions is about half of it. */
export const BODY_MOST_BYTES = 1024 * 1024;

/** Why there is no answer; for programs. People are told by their own screen. */
export type Trouble =
  | 'not-json'
  | 'not-our-shape'
  | 'torn'
  | 'too-large'
  | 'json-only'
  | 'no-device'
  | 'signed-out'
  | 'other-office'
  | 'workers-only'
  | 'not-here'
  | 'busy'
  | 'bug';

export function answer(context: Context, body: object, status: ContentfulStatusCode = 200): Response {
  return context.json({ bangban: MAGIC, ...body }, status);
}

export function trouble(context: Context, what: Trouble, status: ContentfulStatusCode): Response {
  return answer(context, { trouble: what }, status);
}

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly response: Response };

export async function readJson<Schema extends v.GenericSchema>(
  context: Context,
  schema: Schema,
): Promise<Read<v.InferOutput<Schema>>> {
  const no = (what: Trouble, status: ContentfulStatusCode) =>
    ({ ok: false, response: trouble(context, what, status) }) as const;
  if (!/^application\/json\s*(;|$)/iu.test(context.req.header('content-type') ?? ''))
    return no('json-only', 415);
  const bytes = await readBytes(context);
  if (!bytes.ok) return bytes;
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value));
  } catch {
    return no('not-json', 400);
  }
  const value = inShape(schema, json);
  return value === undefined ? no('not-our-shape', 400) : { ok: true, value };
}

/** The whole body, or nothing of it: one that breaks off or is too long is not read on. */
export async function readBytes(context: Context): Promise<Read<Uint8Array>> {
  const no = (what: Trouble, status: ContentfulStatusCode) =>
    ({ ok: false, response: trouble(context, what, status) }) as const;
  const told = context.req.header('content-length');
  if (told !== undefined && Number(told) > BODY_MOST_BYTES) return no('too-large', 413);
  try {
    if (told !== undefined) {
      const whole = new Uint8Array(await context.req.arrayBuffer());
      return whole.length > BODY_MOST_BYTES ? no('too-large', 413) : { ok: true, value: whole };
    }
    const pieces: Uint8Array[] = [];
    let length = 0;
    for await (const piece of context.req.raw.body ?? []) {
      length += piece.length;
      if (length > BODY_MOST_BYTES) return no('too-large', 413);
      pieces.push(piece);
    }
    return { ok: true, value: Buffer.concat(pieces) };
  } catch {
    return no('torn', 400); // the line broke; nobody is there to read this
  }
}
