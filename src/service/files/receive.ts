/**
 * A photo on its way in: begun, then chunk by chunk, each of which may come twice or break off.
 *
 * A file is whole only after its length, its hash and its first bytes are what was announced.
 */
import { isStaff } from '#domain/request/whose.ts';
import { CHUNK_BYTES, FILE_MOST_BYTES, type BeginFileBody } from '#protocol/files.ts';
import { readerOf } from '../accounts/reader-of.ts';
import type { Caller } from '../accounts/who-asks.ts';
import { belongs } from '../routes/belongs.ts';
import type { ServiceDeps } from '../service-deps.ts';
import type { StoredFile } from '../store/store.ts';
import { isPicture, MAGIC_BYTES } from './picture.ts';
import { hashOf } from './shelf.ts';

export type Received =
  | { readonly file: 'partial'; readonly have: number }
  | { readonly file: 'whole' }
  | { readonly file: 'wrong-hash'; readonly have: 0 }
  | { readonly file: 'refused'; readonly why: 'too-large' | 'not-a-picture' | 'not-yours' };

type Needs = Pick<ServiceDeps, 'store' | 'shelf' | 'office'>;

export async function begin(
  needs: Needs,
  id: string,
  caller: Caller,
  body: BeginFileBody,
): Promise<Received> {
  const { store, shelf, office } = needs;
  if (!belongs(caller, body.officeId, office.id)) return { file: 'refused', why: 'not-yours' };
  // The photo may come before its request; once the request is here, it says whose it is.
  const request = await store.request(office.id, body.requestId);
  const helps = request?.mandate?.helperId === caller.id;
  if (request && caller.role === 'resident' && request.residentId !== caller.id && !helps)
    return { file: 'refused', why: 'not-yours' };
  if (body.bytes > FILE_MOST_BYTES) return { file: 'refused', why: 'too-large' };

  const kept = await store.file(id);
  if (kept && kept.ownerId !== caller.id) return { file: 'refused', why: 'not-yours' };
  const same = kept?.sha256 === body.sha256 && kept.bytes === body.bytes && kept.mime === body.mime;
  if (kept && same) {
    const have = await shelf.have(id);
    // All bytes are here, and the service was stopped before it could say so.
    return kept.state === 'partial' && have >= kept.bytes ? finish(needs, kept) : stateOf(kept, have);
  }
  if (kept?.state === 'whole') return { file: 'refused', why: 'not-yours' }; // an id is never used for another photo

  const { requestId, sha256, bytes, mime } = body;
  await shelf.dropPart(id);
  await store.saveFile({
    id,
    officeId: office.id,
    requestId,
    ownerId: caller.id,
    sha256,
    bytes,
    mime,
    state: 'partial',
  });
  return { file: 'partial', have: 0 };
}

/** `file` is the caller's own. A chunk that does not start at the end of what is here changes nothing. */
export async function addChunk(
  needs: Needs,
  file: StoredFile,
  at: number,
  chunk: Uint8Array,
): Promise<Received> {
  if (file.state !== 'partial') return stateOf(file, 0);
  const { shelf } = needs;
  const have = await shelf.have(file.id);
  if (at !== have || chunk.length > CHUNK_BYTES) return { file: 'partial', have };

  // The first bytes are enough to turn away what is no picture at all.
  if (have === 0 && chunk.length >= MAGIC_BYTES && !isPicture(chunk, file.mime)) return turnAway(needs, file);
  await shelf.add(file.id, chunk);
  const now = have + chunk.length;
  return now < file.bytes ? { file: 'partial', have: now } : finish(needs, file);
}

/** Every byte is here: is it what was announced? */
async function finish(needs: Needs, file: StoredFile): Promise<Received> {
  const { store, shelf } = needs;
  const bytes = await shelf.readPart(file.id);
  if (bytes.length !== file.bytes || hashOf(bytes) !== file.sha256) {
    await shelf.dropPart(file.id);
    return { file: 'wrong-hash', have: 0 };
  }
  if (!isPicture(bytes, file.mime)) return turnAway(needs, file);
  await shelf.makeWhole(file.id);
  await store.saveFile({ ...file, state: 'whole' });
  return { file: 'whole' };
}

async function turnAway({ store, shelf }: Needs, file: StoredFile): Promise<Received> {
  await shelf.dropPart(file.id);
  await store.saveFile({ ...file, state: 'not-a-picture' });
  return { file: 'refused', why: 'not-a-picture' };
}

/** Its owner, the resident whose request it belongs to, and whom a link lets see it; the office's workers, of a draft only its readers. */
export async function maySee(
  { store, office, now }: Pick<ServiceDeps, 'store' | 'office' | 'now'>,
  file: StoredFile,
  caller: Caller,
): Promise<boolean> {
  if (file.ownerId === caller.id) return true;
  const { officeId, requestId } = file;
  const request = await store.request(officeId, requestId);
  if (caller.role === 'resident') {
    if (!request || request.residentId === caller.id) return request !== undefined;
    const reader = await readerOf(caller, store, now());
    return !request.draft && 'seeing' in reader && (reader.seeing ?? []).includes(request.residentId);
  }
  if (!isStaff(caller.role) || !belongs(caller, officeId, office.id)) return false;
  // A photo may come before its request: nobody knows yet whether that is a draft.
  if (request && !request.draft) return true;
  return store.isReader(officeId, requestId, caller.id);
}

function stateOf(file: StoredFile, have: number): Received {
  switch (file.state) {
    case 'whole':
      return { file: 'whole' };
    case 'not-a-picture':
      return { file: 'refused', why: 'not-a-picture' };
    case 'partial':
      return { file: 'partial', have };
  }
}
