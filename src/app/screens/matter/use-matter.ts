/** A matter's first screen: the matter itself, a draft of it that waits, and beginning a new one. */
import { useLocation } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { loadMatter } from '#app/catalogue.ts';
import { useDeps } from '#app/deps.ts';
import { useLive } from '#app/use-live.ts';
import type { Matter } from '#domain/matter/matter.ts';
import * as drafts from '#storage/drafts.ts';

export type MatterState =
  | { readonly at: 'loading' }
  | { readonly at: 'gone' }
  | { readonly at: 'here'; readonly matter: Matter };

export function useMatter(id: string) {
  const { db, base, now, newId } = useDeps();
  const { route } = useLocation();
  const [state, setState] = useState<MatterState>({ at: 'loading' });
  const [kept, setKept] = useState<'kept' | 'keeping' | 'not-kept'>('kept');
  const draft = useLive(async () => (await drafts.list(db)).find((one) => one.matterId === id), [db, id]);

  useEffect(() => {
    let left = false;
    setState({ at: 'loading' });
    void loadMatter(db, id).then((matter) => {
      if (!left) setState(matter ? { at: 'here', matter } : { at: 'gone' });
    });
    return () => {
      left = true;
    };
  }, [db, id]);

  async function begin(matter: Matter): Promise<void> {
    setKept('keeping');
    const draftId = newId();
    try {
      const begun = await drafts.begin(db, { id: draftId, matter, at: now() });
      route(`${base}/draft/${draftId}/${begun.place}`);
    } catch {
      setKept('not-kept'); // a full disk; nothing has been written yet that could be lost
    }
  }

  return { state, draft, kept, begin };
}
