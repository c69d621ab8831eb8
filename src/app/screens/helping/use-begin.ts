/** Begins a draft for somebody else, under a mandate of its own. Nothing that this phone remembers of its owner goes in. */
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import type { Matter } from '#domain/matter/matter.ts';
import * as drafts from '#storage/drafts.ts';
import { makeForElder } from './for-elder.ts';
import type { Elder } from './use-elder.ts';

export function useBegin() {
  const { db, now, newId } = useDeps();
  const { route } = useLocation();
  const [kept, setKept] = useState<'kept' | 'keeping' | 'not-kept'>('kept');

  async function begin({ link, called, now: at }: Elder, matter: Matter, reason: string): Promise<void> {
    if (kept === 'keeping') return;
    setKept('keeping');
    const id = newId();
    const forElder = makeForElder({
      link,
      called,
      mandateId: newId(),
      requestId: id,
      matter,
      reason,
      now: at,
    });
    try {
      const draft = await drafts.begin(db, { id, matter, at: now(), forElder });
      route(`/draft/${id}/${draft.place}`);
    } catch {
      setKept('not-kept'); // a full disk; nothing has been written yet that could be lost
    }
  }

  return { kept, begin };
}
