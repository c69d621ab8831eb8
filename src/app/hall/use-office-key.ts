/** The office's key is fetched as soon as there is a line, and goes when the service no longer knows this session. */
import { useEffect } from 'preact/hooks';
import type { Deps } from '#app/deps.ts';
import { inShape } from '#protocol/envelope.ts';
import { OFFICE_KEY_PATH, officeKeyReply } from '#protocol/hand-over.ts';
import { forgetOfficeKey, keepOfficeKey, readOfficeKey } from '#storage/office-key.ts';
import { readOffice } from '#storage/office.ts';

export function useOfficeKey(deps: Deps | undefined): void {
  useEffect(() => {
    if (!deps) return undefined;
    let busy = false;
    const look = async (): Promise<void> => {
      const { at } = deps.syncNews.current();
      if (busy) return;
      busy = true;
      try {
        if (at === 'signed-out') await forgetOfficeKey(deps.db);
        else if (at === 'sent') await fetchOfficeKey(deps);
      } catch {
        // The desk was closed, or the disk is full: the next turn of the sync tries again.
      } finally {
        busy = false;
      }
    };
    void look();
    return deps.syncNews.listen(() => void look());
  }, [deps]);
}

/** Nothing is asked while the key that is here is the office's. */
export async function fetchOfficeKey({ db, call }: Pick<Deps, 'db' | 'call'>): Promise<boolean> {
  const [held, office] = await Promise.all([readOfficeKey(db), readOffice(db)]);
  const isCurrent = office?.office.publicKey === undefined || office.office.publicKey === held?.publicKey;
  if (held && isCurrent) return true;
  const reply = await call(OFFICE_KEY_PATH).catch(() => undefined); // no line
  if (!reply?.ok) return false;
  const told = inShape(officeKeyReply, await reply.json().catch(() => undefined));
  if (!told) return false;
  const { importPrivate } = await import('#protocol/seal.ts');
  const opens = await importPrivate(told.privateJwk);
  if (!opens) return false;
  await keepOfficeKey(db, { publicKey: told.publicKey, opens });
  return true;
}
