/**
 * A letter to an office (HPKE, RFC 9180, base mode): anybody can close it, and only who holds the office's
 * key can open it. DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, all done by the platform's own crypto.
 *
 * It says nothing of who wrote the letter, nor whether it was opened before: that is for the reader to ask.
 */
import {
  Aes256Gcm,
  CipherSuite,
  DecapError,
  DeserializeError,
  DhkemP256HkdfSha256,
  HkdfSha256,
  OpenError,
} from '@hpke/core';

type Pair = Extract<
  Awaited<ReturnType<typeof crypto.subtle.generateKey>>,
  { readonly privateKey: unknown; readonly publicKey: unknown }
>;
/** To open with: cannot be read out, also not by this code, and can be kept in IndexedDB as it is. */
export type OpeningKey = Pair;
/** A P-256 key in the form of RFC 7517, as the service keeps it. */
export type PrivateJwk = {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly d: string;
};

const VERSION = 1;
const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
/** An uncompressed point of P-256. */
const POINT = 65;
/** What sealing adds: the version, the sender's one-time point, and the mark of AES-GCM. */
export const SEAL_BYTES = 1 + POINT + 16;

const suite = () =>
  new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
const purpose = (info: string) => new TextEncoder().encode(`bangban seal ${VERSION}\n${info}`);

/**
 * The version byte, the one-time point, the closed bytes.
 *
 * `publicKey` is the office's raw point in base64url; `info` says what the letter is for, and the same must
 * be said to open it. Throws when the key is no point of the curve: the office's file is wrong.
 */
export async function sealFor(
  publicKey: string,
  plain: Uint8Array<ArrayBuffer>,
  info: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const seal = suite();
  const recipientPublicKey = await seal.kem.deserializePublicKey(bytesOf(publicKey));
  const { enc, ct } = await seal.seal({ recipientPublicKey, info: purpose(info) }, plain);
  const sealed = new Uint8Array(1 + enc.byteLength + ct.byteLength);
  sealed[0] = VERSION;
  sealed.set(new Uint8Array(enc), 1);
  sealed.set(new Uint8Array(ct), 1 + enc.byteLength);
  return sealed;
}

/** The plain bytes; `undefined` when it was closed for another key or purpose, or is damaged anywhere. */
export async function openSealed(
  key: OpeningKey,
  sealed: Uint8Array<ArrayBuffer>,
  info: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (sealed[0] !== VERSION || sealed.length < SEAL_BYTES) return undefined;
  const [enc, closed] = [sealed.slice(1, 1 + POINT), sealed.slice(1 + POINT)];
  try {
    return new Uint8Array(await suite().open({ recipientKey: key, enc, info: purpose(info) }, closed));
  } catch (trouble) {
    const notForUs = [DeserializeError, DecapError, OpenError].some((kind) => trouble instanceof kind);
    if (notForUs) return undefined;
    throw trouble;
  }
}

/** A new key for an office: the half that everybody may have, and the half that never leaves it but to its workers. */
export async function makeOfficeKey(): Promise<{
  readonly publicKey: string;
  readonly privateJwk: PrivateJwk;
}> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  const point = await crypto.subtle.exportKey('raw', pair.publicKey);
  const { x, y, d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  if (x === undefined || y === undefined || d === undefined) throw new Error('a P-256 key has x, y and d');
  return { publicKey: signsOf(new Uint8Array(point)), privateJwk: { kty: 'EC', crv: 'P-256', x, y, d } };
}

/** `undefined` when it is no key of this curve. From here on nobody can read the key out, only use it. */
export async function importPrivate(jwk: PrivateJwk): Promise<OpeningKey | undefined> {
  const { kty, crv, x, y, d } = jwk;
  try {
    const [privateKey, publicKey] = await Promise.all([
      crypto.subtle.importKey('jwk', { kty, crv, x, y, d }, CURVE, false, ['deriveBits']),
      crypto.subtle.importKey('jwk', { kty, crv, x, y }, CURVE, true, []),
    ]);
    return { privateKey, publicKey };
  } catch {
    return undefined;
  }
}

function signsOf(bytes: Uint8Array): string {
  const signs = btoa(String.fromCharCode(...bytes));
  return signs.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesOf(signs: string): Uint8Array<ArrayBuffer> {
  const plain = atob(signs.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
}
