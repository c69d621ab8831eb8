/** What the hall needs of the real world; made in `HallStart.tsx`, or by a test. */
import type { makeSyncRoom } from '#app/sync-room.ts';

export type SyncRoom = ReturnType<typeof makeSyncRoom>;

export type HallWorld = {
  /** This device's clock, ms since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** A new one for each worker: what one sends and hears is not the next one's. */
  readonly makeRoom: () => SyncRoom;
};
