/**
 * One worker's desk: their own database, and the sending from it.
 *
 * Nothing is sent from a desk at which somebody else now sits: another tab may have signed in another
 * worker, and the cookie, which all tabs share, would put that worker's name to these steps.
 */
import type { Deps } from '#app/deps.ts';
import { currentWorker, openWorkerDatabase, type WorkerAccount } from '#storage/worker-account.ts';
import type { HallWorld } from './hall-world.ts';

export type Desk = { readonly deps: Deps; readonly close: () => void };

export function openDesk(world: HallWorld, worker: WorkerAccount): Desk {
  const db = openWorkerDatabase(worker.id);
  const room = world.makeRoom();

  const call: Deps['call'] = async (path, init) =>
    currentWorker()?.id === worker.id ? room.call(path, init) : new Response(null, { status: 401 });

  const started = room.start({ db, call, officeId: worker.officeId });
  const deps: Deps = {
    db,
    now: world.now,
    newId: world.newId,
    person: { id: worker.id, role: worker.role ?? 'worker' },
    base: '/hall',
    officeId: worker.officeId,
    nudgeSync: room.nudge,
    syncNews: room.news,
    call,
  };
  return {
    deps,
    close: () => {
      // The start may still be on its way; what starts later must be stopped later.
      void started.then(() => {
        room.stop();
        db.close();
      });
    },
  };
}
