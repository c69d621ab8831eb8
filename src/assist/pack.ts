/**
 * A value as few bytes: JSON, made small by deflate where the browser can, with one byte in front that says
 * whether it was. What comes back is only JSON: its shape is for the reader to check.
 */

const PLAIN = 0;
const DEFLATED = 1;
/** Unpacked bytes at most: a small letter must not swell until the device stands still. */
export const UNPACKED_MOST = 256 * 1024;

/** Bytes longer than `UNPACKED_MOST` before packing cannot be unpacked again: none of ours come near. */
export async function pack(value: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const small = await deflated(plain);
  return small && small.length < plain.length ? marked(DEFLATED, small) : marked(PLAIN, plain);
}

/**
 * `not-possible`: this browser (before Chrome 103, Safari 16.4, Firefox 113) cannot undo what another made
 * small; the letter is sound, and another device or the code will do.
 */
export type Unpacked =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: 'damaged' | 'too-large' | 'not-possible' };

export async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Unpacked> {
  const [mark, body] = [bytes[0], bytes.slice(1)];
  if (mark !== PLAIN && mark !== DEFLATED) return { ok: false, reason: 'damaged' };
  const plain = mark === PLAIN ? body : await inflated(body);
  if (typeof plain === 'string') return { ok: false, reason: plain };
  if (plain.length > UNPACKED_MOST) return { ok: false, reason: 'too-large' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(plain);
    return { ok: true, value: JSON.parse(text) as unknown }; // JSON.parse says `any`
  } catch {
    return { ok: false, reason: 'damaged' };
  }
}

function marked(mark: number, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(1 + bytes.length);
  all[0] = mark;
  all.set(bytes, 1);
  return all;
}

/** A browser may have the stream and not this form of it: then making it throws. */
function through(make: () => ReadableWritablePair<Uint8Array, BufferSource>, bytes: Uint8Array<ArrayBuffer>) {
  try {
    return new Blob([bytes]).stream().pipeThrough(make()).getReader();
  } catch {
    return undefined;
  }
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
  const reader = through(() => new CompressionStream('deflate-raw'), bytes);
  return reader && (await readAll(reader, Number.POSITIVE_INFINITY));
}

async function inflated(bytes: Uint8Array<ArrayBuffer>) {
  const reader = through(() => new DecompressionStream('deflate-raw'), bytes);
  if (!reader) return 'not-possible';
  try {
    return (await readAll(reader, UNPACKED_MOST)) ?? 'too-large';
  } catch {
    return 'damaged';
  }
}

/** Stops at the first piece that goes beyond `most`. */
async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  most: number,
): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    pieces.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
