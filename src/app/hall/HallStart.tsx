/** The hall with the real clock, ids and network. */
import { LocationProvider } from 'preact-iso';
import { Boundary } from '#app/frame/Boundary.tsx';
import { makeSyncRoom } from '#app/sync-room.ts';
import { randomId } from '#storage/random-id.ts';
import { HallApp } from './HallApp.tsx';
import type { HallWorld } from './hall-world.ts';

const world: HallWorld = { now: () => Date.now(), newId: randomId, makeRoom: makeSyncRoom };

export function HallStart() {
  return (
    <Boundary>
      <LocationProvider>
        <HallApp start={world} />
      </LocationProvider>
    </Boundary>
  );
}
