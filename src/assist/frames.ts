/**
 * Bytes cut into frames, each the text of one QR code, and put together again by whoever sees enough of them.
 *
 * A frame is `BB1` and Base45 of: its index, how many are needed, the CRC-32 of the message, its bytes.
 * There are four frames for each one that is needed, and any that suffice in number suffice (see any-of.ts):
 * a lost one is never waited for, the next will do. A message that fits into one frame is one still picture.
 */
import { pieceAt, type Piece } from './any-of.ts';
import { fromBase45, toBase45 } from './base45.ts';

const MAGIC = 'BB1';
const HEAD = 6;
/** Signs of one frame at most: a version 10 code (57 modules) at level `high`; see decision 0010. */
export const FRAME_SIGNS = 174;
const ROOM = Math.floor((FRAME_SIGNS - MAGIC.length) / 3) * 2 - HEAD;
/** Of 256 possible frames. So many take more than a minute: what is longer goes by the network. */
const MOST = 170;
export const MOST_BYTES = MOST * ROOM - 2;

/** The cycle to show. `undefined` when it is longer than `MOST_BYTES`. */
export function framesOf(message: Uint8Array): readonly string[] | undefined {
  if (message.length > MOST_BYTES) return undefined;
  // 1. The length, the message, and noughts up to a whole number of pieces, of an even length each.
  const count = Math.ceil((message.length + 2) / ROOM);
  const size = Math.ceil((message.length + 2) / count / 2) * 2;
  const body = new Uint8Array(count * size);
  body.set([message.length >> 8, message.length & 0xff]);
  body.set(message, 2);
  // 2. The pieces, and three times as many more.
  const own = Array.from({ length: count }, (_, index): Piece => {
    return { index, bytes: body.slice(index * size, (index + 1) * size) };
  });
  const all = count === 1 ? 1 : Math.min(256, 4 * count);
  const sum = crc32(message);
  return Array.from({ length: all }, (_, index) => {
    const head = [index, count, sum >>> 24, (sum >>> 16) & 0xff, (sum >>> 8) & 0xff, sum & 0xff];
    return MAGIC + toBase45(Uint8Array.from([...head, ...pieceAt(index, own)]));
  });
}

/** How long each frame is shown: a camera that looks every 150 ms sees it twice. */
export const FRAME_MS = 400;

/**
 * What to show at `step` (0, 1, 2 …), and by how many quarter turns (see qr-picture.ts). Neighbours are turned
 * differently, so that a place of the glass that spoils one turn spoils a quarter of them and no
 * more; and a frame is turned on with each round. One frame alone needs a new step only when it is not read.
 */
export function frameAt(
  frames: readonly string[],
  step: number,
): { readonly text: string; readonly turn: number } {
  const [index, round] = [step % frames.length, Math.floor(step / frames.length)];
  return { text: frames[index] ?? '', turn: (index + round) % 4 };
}

/** How far the message is to which the frame just heard belongs; with its bytes once it is whole. */
export type Heard = {
  readonly have: number;
  readonly of: number;
  readonly bytes?: Uint8Array<ArrayBuffer>;
};

/** Messages begun at once. More are only somebody's bad joke. */
const OPEN = 4;

/**
 * Takes frames in any order, again and again, also of several messages. `undefined` for a text that is no
 * frame. A message whose pieces do not fit its checksum is begun anew.
 */
export function collectFrames(): (text: string) => Heard | undefined {
  const open = new Map<string, Map<number, Piece>>();
  return (text) => {
    const frame = readFrame(text);
    if (!frame) return undefined;
    const { key, count, piece, sum } = frame;
    const pieces = open.get(key) ?? new Map<number, Piece>();
    open.delete(key);
    open.set(key, pieces.set(piece.index, pieces.get(piece.index) ?? piece)); // now the youngest
    for (const oldest of open.keys()) if (open.size > OPEN) open.delete(oldest);
    if (pieces.size < count) return { have: pieces.size, of: count };
    const bytes = together([...pieces.values()].slice(0, count), sum);
    if (bytes) return { have: count, of: count, bytes };
    open.delete(key);
    return { have: 0, of: count };
  };
}

function readFrame(text: string) {
  const bytes = text.startsWith(MAGIC) ? fromBase45(text.slice(MAGIC.length)) : undefined;
  if (!bytes || bytes.length <= HEAD || bytes.length > HEAD + ROOM) return undefined;
  const [index = 0, count = 0] = bytes;
  if (count === 0 || count > MOST) return undefined;
  const sum = new DataView(bytes.buffer).getUint32(2);
  const key = `${count} ${sum} ${bytes.length}`;
  return { key, count, sum, piece: { index, bytes: bytes.slice(HEAD) } satisfies Piece };
}

function together(pieces: readonly Piece[], sum: number): Uint8Array<ArrayBuffer> | undefined {
  const own = pieces.map((_, index) => pieceAt(index, pieces));
  const body = Uint8Array.from(own.flatMap((bytes) => [...bytes]));
  const length = (body[0] ?? 0) * 256 + (body[1] ?? 0);
  const message = body.slice(2, 2 + length);
  return message.length === length && crc32(message) === sum ? message : undefined;
}

/** As in zip and PNG: finds what a camera misread. It is no guard against anybody; the seal is. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
