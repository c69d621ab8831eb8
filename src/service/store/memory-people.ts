/** The people part of the memory store: who is known, who is signed in, who mistyped a password. */
import type { PeopleStore, Session, Tries, WorkerAccount } from './store.ts';

export function memoryPeople(): PeopleStore {
  const residents = new Map<string, string>();
  const workers = new Map<string, WorkerAccount>();
  const sessions = new Map<string, Session>();
  const tries = new Map<string, Tries>();
  return {
    async meetResident(id, secretHash) {
      const kept = residents.get(id) ?? secretHash;
      residents.set(id, kept);
      return kept === secretHash ? 'known' : 'wrong-secret';
    },
    secretHashOf: async (id) => residents.get(id),
    async saveWorkers(some) {
      const after = new Map([...workers, ...some.map((worker) => [worker.id, worker] as const)]);
      const names = new Set([...after.values()].map((worker) => worker.name));
      if (names.size < after.size) throw new Error('two workers would share a name');
      for (const [id, worker] of after) workers.set(id, worker);
    },
    worker: async (id) => workers.get(id),
    workerByName: async (name) => [...workers.values()].find((worker) => worker.name === name),
    workers: async (officeId) => [...workers.values()].filter((worker) => worker.officeId === officeId),
    async saveSession(session) {
      sessions.set(session.tokenHash, session);
    },
    session: async (tokenHash) => sessions.get(tokenHash),
    async endSessions(which, at) {
      for (const session of sessions.values()) {
        const meant =
          'tokenHash' in which ? session.tokenHash === which.tokenHash : session.workerId === which.workerId;
        if (meant && session.endedAt === undefined)
          sessions.set(session.tokenHash, { ...session, endedAt: at });
      }
    },
    tries: async (key) => tries.get(key),
    async saveTries(key, made) {
      if (made) tries.set(key, made);
      else tries.delete(key);
    },
  };
}
