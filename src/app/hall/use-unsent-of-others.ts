/** How many steps of other workers wait on this device. Looked up once: nobody else works here meanwhile. */
import { useEffect, useState } from 'preact/hooks';
import { unsentOfOthers } from '#storage/worker-account.ts';

export function useUnsentOfOthers(exceptId: string | undefined): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    let gone = false;
    void unsentOfOthers(exceptId).then((found) => !gone && setCount(found));
    return () => {
      gone = true;
    };
  }, [exceptId]);
  return count;
}
