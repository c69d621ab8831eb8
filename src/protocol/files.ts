/**
 * /api/v1/files/:id: a photo, apart from the words, in chunks that may be repeated.
 *
 * POST …/:id/begin names size, kind and SHA-256, and answers how many bytes the service has.
 * PUT …/:id?at=BYTES appends one chunk; the service takes it only at the end of what it has.
 * The last byte makes the service check the hash: `whole`, or `wrong-hash` and it starts again from 0.
 * GET …/:id is the photo, for its owner and the office's workers.
 */
import * as v from 'valibot';
import { envelope } from './envelope.ts';

export const FILES_PATH = '/api/v1/files';
/** Bytes in one chunk: about four seconds on a poor line of 64 kB/s. */
export const CHUNK_BYTES = 256 * 1024;
/** Bytes in one file. A photo shrunk to 1600 px has about a tenth of it. */
export const FILE_MOST_BYTES = 4 * 1024 * 1024;

export const beginFileBody = v.object({
  ...envelope,
  officeId: v.string(),
  requestId: v.string(),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  mime: v.picklist(['image/jpeg', 'image/png', 'image/webp']),
});
export type BeginFileBody = v.InferOutput<typeof beginFileBody>;

/** `refused` is final: the file is not what it says, or too large. */
export const fileReply = v.variant('file', [
  v.object({ ...envelope, file: v.literal('partial'), have: v.number() }),
  v.object({ ...envelope, file: v.literal('whole') }),
  v.object({ ...envelope, file: v.literal('wrong-hash'), have: v.literal(0) }),
  v.object({
    ...envelope,
    file: v.literal('refused'),
    why: v.picklist(['too-large', 'not-a-picture', 'not-yours']),
  }),
]);
export type FileReply = v.InferOutput<typeof fileReply>;
