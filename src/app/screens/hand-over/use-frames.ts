/** The pictures that carry the draft without a network: made once, for sealing makes other ones each time. */
import { useEffect, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import type { Office } from '#domain/office/office.ts';
import { readAccount } from '#storage/account.ts';
import { framesFor } from './letter.ts';

/** `none`: this phone has never heard the office's key, or cannot seal. */
export type Frames = readonly string[] | 'making' | 'none';

export function useFrames(stepId: string, code: string, office: Office | undefined): Frames {
  const { db } = useDeps();
  const [frames, setFrames] = useState<Frames>('making');
  const key = office?.publicKey;
  useEffect(() => {
    let gone = false;
    async function make(): Promise<Frames> {
      const [step, account] = await Promise.all([db.events.get(stepId), readAccount(db)]);
      if (!step || !office || account?.secret === undefined) return 'none';
      return (await framesFor({ action: step.action, code, secret: account.secret, office })) ?? 'none';
    }
    void make()
      .catch((): Frames => 'none') // the office's key is no key: the eight signs are still there
      .then((made) => !gone && setFrames(made));
    return () => {
      gone = true;
    };
  }, [db, stepId, code, key]);
  return frames;
}
