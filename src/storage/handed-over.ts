/**
 * A draft that a resident handed over, on the worker's device: from the service by the code, or by light from
 * the resident's own screen, to be brought to the service by whichever of the two devices has a line first.
 */
import type { Action } from '#domain/request/action.ts';
import { nextDeviceNumber } from './account.ts';
import type { AppDatabase } from './database.ts';
import { randomId } from './random-id.ts';
import { steady } from './steady.ts';

/** `mark`: the resident's (protocol/hand-over-marks.ts). Once, also when the same pictures are read again. */
export async function keepCarried(db: AppDatabase, action: Action, mark: string): Promise<void> {
  const { id, requestId } = action;
  await steady(db, () =>
    db.transaction('rw', db.events, db.outbox, db.meta, async () => {
      if (await db.events.get(id)) return;
      const { dseq } = await nextDeviceNumber(db, randomId);
      await db.events.add({ id, requestId, action, unseen: 1, carried: { mark, place: dseq - 0.5 } });
      await db.outbox.add({ id, requestId, state: 'waiting', keptAt: action.at });
    }),
  );
}
