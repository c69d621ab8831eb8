/** The hall with the real clock, ids and network; and its offline shell, for a home visit begins without a line. */
import { LocationProvider } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { Boundary } from '#app/frame/Boundary.tsx';
import { startWatching } from '#app/frame/use-new-version.ts';
import { makeSyncRoom } from '#app/sync-room.ts';
import { randomId } from '#storage/random-id.ts';
import { HallApp } from './HallApp.tsx';
import type { HallWorld } from './hall-world.ts';

const world: HallWorld = { now: () => Date.now(), newId: randomId, makeRoom: makeSyncRoom };

export function HallStart() {
  useEffect(() => {
    // Where the browser keeps no shell (a private window), the hall works all the same while there is a line.
    if (import.meta.env.PROD) startWatching().catch(() => undefined);
  }, []);
  return (
    <Boundary>
      <LocationProvider>
        <HallApp start={world} />
      </LocationProvider>
    </Boundary>
  );
}
