/** Who sits at this device, and the ways to sit down and get up. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import * as accounts from '#storage/worker-account.ts';
import type { WorkerAccount } from '#storage/worker-account.ts';
import type { HallWorld, SyncRoom } from './hall-world.ts';
import { signIn, signOut, type SignInAnswer } from './session-calls.ts';

export function useHallAccount(world: HallWorld) {
  const [worker, setWorker] = useState<WorkerAccount | undefined>(accounts.currentWorker);
  // The service no longer knows this session. The desk stays theirs; only the sending waits.
  const [again, setAgain] = useState(false);
  const call = useMemo(() => world.makeRoom().call, [world]);

  useEffect(() => {
    const hear = (event: StorageEvent) => {
      if (event.key === accounts.WORKER_ACCOUNTS_KEY) setWorker(accounts.currentWorker());
    };
    const pay = () => void payOwedSignOut(call);
    pay();
    window.addEventListener('storage', hear);
    window.addEventListener('online', pay);
    return () => {
      window.removeEventListener('storage', hear);
      window.removeEventListener('online', pay);
    };
  }, [call]);

  return {
    worker,
    again,
    signIn: async (name: string, password: string): Promise<SignInAnswer> => {
      await payOwedSignOut(call);
      const answer = await signIn(call, name, password);
      if (answer.at !== 'in') return answer;
      accounts.sitDown(answer.worker);
      setWorker(accounts.currentWorker());
      setAgain(false);
      return answer;
    },
    signInAgain: () => setAgain(true),
    notNow: () => setAgain(false),
    leave: (serviceKnows: boolean) => {
      accounts.getUp(serviceKnows);
      setWorker(undefined);
      setAgain(false);
    },
  };
}

/** Somebody left without a line: their session is ended as soon as there is one. */
async function payOwedSignOut(call: SyncRoom['call']): Promise<void> {
  if (!accounts.owesSignOut()) return;
  if ((await signOut(call, false)) === 'out') accounts.signOutPaid();
}
