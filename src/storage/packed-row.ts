/**
 * A row as bytes, and back: its words as JSON, and the bytes that stand in it (photos) behind, as they are.
 *
 * What would not come back as it was given is refused with a TypeError, never silently changed; a property
 * that is `undefined` comes back absent.
 */
export type Row = Readonly<Record<string, unknown>>;

/** Where the bytes stood in the row, and how many they are. */
type Part = readonly [path: readonly string[], bytes: number];

const HEAD_BYTES = 4;

export function packRow(row: Row): Uint8Array {
  const parts: Part[] = [];
  const buffers: ArrayBuffer[] = [];
  const words = withoutBytes(row, [], (path, buffer) => {
    parts.push([path, buffer.byteLength]);
    buffers.push(buffer);
  });
  const head = new TextEncoder().encode(JSON.stringify([words, parts]));
  const packed = new Uint8Array(buffers.reduce((sum, one) => sum + one.byteLength, HEAD_BYTES + head.length));
  new DataView(packed.buffer).setUint32(0, head.length);
  packed.set(head, HEAD_BYTES);
  head.fill(0);
  let at = HEAD_BYTES + head.length;
  for (const buffer of buffers) {
    packed.set(new Uint8Array(buffer), at);
    at += buffer.byteLength;
  }
  return packed;
}

export function unpackRow(packed: Uint8Array): Row {
  let at = HEAD_BYTES + new DataView(packed.buffer, packed.byteOffset).getUint32(0);
  const [row, parts] = JSON.parse(new TextDecoder().decode(packed.subarray(HEAD_BYTES, at))) as [
    Record<string, unknown>,
    readonly Part[],
  ]; // written only by `packRow`, and no other hand has been in it: it was sealed
  for (const [path, bytes] of parts) {
    putAt(row, path, packed.slice(at, at + bytes).buffer);
    at += bytes;
  }
  return row;
}

/** The value with `null` where bytes stood, each of which is given to `found` with its place. */
function withoutBytes(
  value: unknown,
  path: readonly string[],
  found: (path: readonly string[], buffer: ArrayBuffer) => void,
): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (isOf('ArrayBuffer', value)) {
    found(path, value as ArrayBuffer); // by its own name
    return null;
  }
  if (Array.isArray(value))
    return value.map((one, place) => withoutBytes(one, [...path, String(place)], found));
  if (isOf('Object', value)) {
    const entries = Object.entries(value as object).filter(([, one]) => one !== undefined); // by its own name
    return Object.fromEntries(
      entries.map(([name, one]) => [name, withoutBytes(one, [...path, name], found)]),
    );
  }
  throw new TypeError(`a row cannot keep ${Object.prototype.toString.call(value)} at ${path.join('.')}`);
}

function putAt(row: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let inner = row;
  for (const name of path.slice(0, -1)) inner = inner[name] as Record<string, unknown>; // the path was taken from this row
  inner[path.at(-1) ?? ''] = value;
}

function isOf(kind: string, value: unknown): boolean {
  return Object.prototype.toString.call(value) === `[object ${kind}]`;
}
