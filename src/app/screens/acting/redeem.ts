/** A code, or a letter by light, becomes a draft to help with. Nothing is kept before the worker has said whom. */
import type { Deps } from '#app/deps.ts';
import type { Action, Event } from '#domain/request/action.ts';
import { apply } from '#domain/request/apply.ts';
import { fold, type Request } from '#domain/request/request.ts';
import { inShape, MAGIC } from '#protocol/envelope.ts';
import { codeHashOf } from '#protocol/hand-over-marks.ts';
import { REDEEM_PATH, redeemReply } from '#protocol/hand-over.ts';
import { readOfficeKey } from '#storage/office-key.ts';

export type Found = {
  readonly request: Request & { readonly draft: NonNullable<Request['draft']> };
  readonly codeHash: string;
  readonly came:
    | { readonly by: 'line'; readonly events: readonly Event[] }
    | { readonly by: 'light'; readonly action: Action; readonly mac: string };
};

/** Each has a sentence in the words file. */
export type CodeTrouble =
  | 'not-a-code'
  | 'not-ours'
  | 'no-code-in-picture'
  | 'wrong'
  | 'used'
  | 'too-late'
  | 'offline'
  | 'signed-out'
  | 'service'
  | 'no-key'
  | 'not-for-us'
  | 'damaged'
  | 'not-possible';

export type Redeemed =
  | { readonly at: 'found'; readonly found: Found }
  | { readonly at: 'trouble'; readonly why: CodeTrouble }
  | { readonly at: 'slow-down'; readonly waitMs: number };

const trouble = (why: CodeTrouble): Redeemed => ({ at: 'trouble', why });

/** Asks the service. `code` is as it was made: eight signs. */
export async function redeemByLine({ call }: Pick<Deps, 'call'>, code: string): Promise<Redeemed> {
  const response = await call(REDEEM_PATH, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ bangban: MAGIC, code }),
  }).catch(() => undefined); // no line: the picture is the way
  if (!response) return trouble('offline');
  if (response.status === 401) return trouble('signed-out');
  const reply = inShape(redeemReply, await response.json().catch(() => undefined)); // cut off, or a login page
  if (!reply) return trouble('service');
  switch (reply.redeemed) {
    case 'in':
      return foundIn(fold(undefined, reply.events), reply.codeHash, { by: 'line', events: reply.events });
    case 'slow-down':
      return { at: 'slow-down', waitMs: reply.waitMs };
    default:
      return trouble(reply.redeemed);
  }
}

/** Opens what the pictures brought. `serviceNow`: ms since 1970, as far as it is known here. */
export async function openLetter(
  { db, officeId }: Pick<Deps, 'db' | 'officeId'>,
  bytes: Uint8Array<ArrayBuffer>,
  serviceNow: number,
): Promise<Redeemed> {
  const key = await readOfficeKey(db);
  if (!key) return trouble('no-key');
  const { readLetter } = await import('#assist/letter.ts');
  const letter = await readLetter(bytes, officeId, key.opens);
  if (!letter.ok) return trouble(letter.reason === 'too-large' ? 'damaged' : letter.reason);
  const { action, code, mac } = letter;
  const codeHash = await codeHashOf(officeId, code);
  if (action.offer.codeHash !== codeHash) return trouble('damaged');
  if (serviceNow > action.offer.codeUntil) return trouble('too-late');
  return foundIn(apply(undefined, action), codeHash, { by: 'light', action, mac });
}

function foundIn(request: Request | undefined, codeHash: string, came: Found['came']): Redeemed {
  if (!request?.draft) return trouble('used');
  return { at: 'found', found: { request: { ...request, draft: request.draft }, codeHash, came } };
}
