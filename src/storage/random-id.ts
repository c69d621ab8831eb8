/** Chance, as ids are made of it. 16 bytes from the system's own source: no two devices ever make the same. */

/** 16 random bytes as lower-case hex. */
export function randomId(): string {
  return hex(crypto.getRandomValues(new Uint8Array(16)));
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
