/** A mandate whose seven days are over, made anew under a link that still holds; what was filled in stays. */
import { useDeps } from '#app/deps.ts';
import type { DraftRow } from '#storage/database.ts';
import * as drafts from '#storage/drafts.ts';
import { makeForElder } from './for-elder.ts';
import type { Elder } from './use-elder.ts';

export function useRenew() {
  const { db, now, newId } = useDeps();
  async function renew(draft: DraftRow, { link, called, now: at }: Elder): Promise<void> {
    const reason = draft.forElder?.mandate.reason ?? '';
    const { id: requestId, matter } = draft;
    const forElder = makeForElder({ link, called, mandateId: newId(), requestId, matter, reason, now: at });
    await drafts.keepForElder(db, draft.id, forElder, now());
  }
  return { renew };
}
