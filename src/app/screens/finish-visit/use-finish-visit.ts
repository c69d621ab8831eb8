/** The end of a visit at a shared device: what would be lost, the numbers to take along, and the wiping. */
import { useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { useLive } from '#app/use-live.ts';
import { endVisit } from '#kiosk/end-visit.ts';
import { keptHere } from '#storage/kept-here.ts';
import { shownRequests } from '#storage/shown.ts';

export function useFinishVisit(leave: () => void) {
  const { db, nudgeSync } = useDeps();
  const [state, setState] = useState<'ready' | 'clearing' | 'failed'>('ready');
  const here = useLive(async () => {
    const requests = await shownRequests(db);
    return {
      kept: await keptHere(db),
      numbers: requests.flatMap(({ request }) => (request.number === undefined ? [] : [request.number])),
    };
  }, [db]);

  async function clear(): Promise<void> {
    if (state === 'clearing') return;
    setState('clearing');
    try {
      await endVisit({ db, caches: globalThis.caches, leave });
    } catch {
      setState('failed'); // it is not all gone, and the screen says so
    }
  }

  return { here, state, clear, sendNow: nudgeSync };
}
