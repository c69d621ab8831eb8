/** Whether bytes begin as the picture that they are said to be. What is inside is never opened here. */

/** Bytes that are enough to tell. */
export const MAGIC_BYTES = 12;

export function isPicture(bytes: Uint8Array, mime: string): boolean {
  switch (mime) {
    case 'image/jpeg':
      return has(bytes, 0, [0xff, 0xd8, 0xff]);
    case 'image/png':
      return has(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    case 'image/webp':
      return has(bytes, 0, [0x52, 0x49, 0x46, 0x46]) && has(bytes, 8, [0x57, 0x45, 0x42, 0x50]); // RIFF….WEBP
    default:
      return false;
  }
}

function has(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}
