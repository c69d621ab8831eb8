/**
 * Signing out. While something has not been sent, it is not done at the first press: the worker is told
 * how much waits and that it stays on this device, and may still leave it here.
 */
import { useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { useHall } from '#app/hall/hall-context.ts';
import { signOut } from '#app/hall/session-calls.ts';
import { keptHere } from '#storage/kept-here.ts';

export type Leaving =
  | { readonly at: 'staying' | 'leaving' }
  | { readonly at: 'unsent'; readonly everywhere: boolean; readonly count: number }
  /** Other devices can only be signed out with the service's help. */
  | { readonly at: 'offline' | 'trouble' };

export function useLeaving() {
  const { db, call, nudgeSync } = useDeps();
  const hall = useHall();
  const [state, setState] = useState<Leaving>({ at: 'staying' });

  async function leave(everywhere: boolean): Promise<void> {
    if (state.at === 'leaving') return;
    setState({ at: 'leaving' });
    const told = await signOut(call, everywhere);
    // This device is left in any case; the service is told as soon as there is a line.
    if (told === 'out' || !everywhere) return hall.leave(told === 'out');
    setState({ at: told });
  }

  async function ask(everywhere: boolean): Promise<void> {
    const { waiting, refused, photosWaiting } = await keptHere(db);
    const count = waiting + refused + photosWaiting;
    if (count > 0) return setState({ at: 'unsent', everywhere, count });
    return leave(everywhere);
  }

  return {
    state,
    ask,
    leave,
    sendNow: () => {
      nudgeSync();
      setState({ at: 'staying' });
    },
  };
}
