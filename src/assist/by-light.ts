/**
 * A value on its way from one screen to one camera, with no network at either: packed, sealed to the office,
 * cut into frames; and back. Which values travel, and whether they may, is for the caller to say and to check.
 */
import { openSealed, sealFor, type OpeningKey } from '#protocol/seal.ts';
import { framesOf } from './frames.ts';
import { pack, unpack, type Unpacked } from './pack.ts';

/** What letters of this kind are for; a letter for another purpose does not open as one of these. */
const purpose = (officeId: string) => `hand-over by light\n${officeId}`;
export type OfficeDoor = {
  readonly officeId: string;
  /** Raw point, base64url. */ readonly publicKey: string;
};

/** The texts of the QR codes to show in turn. `undefined` when it is too much for pictures: some 18 kB. */
export async function toLight(value: unknown, office: OfficeDoor): Promise<readonly string[] | undefined> {
  return framesOf(await sealFor(office.publicKey, await pack(value), purpose(office.officeId)));
}

/** `not-for-us`: sealed for another office or with an older key of ours, or not whole. */
export type FromLight = Unpacked | { readonly ok: false; readonly reason: 'not-for-us' };

/** The bytes that `collectFrames` put together. What opens is JSON and still a stranger's: check its shape. */
export async function fromLight(
  bytes: Uint8Array<ArrayBuffer>,
  officeId: string,
  key: OpeningKey,
): Promise<FromLight> {
  const plain = await openSealed(key, bytes, purpose(officeId));
  return plain ? unpack(plain) : { ok: false, reason: 'not-for-us' };
}
