/** What every screen of the hall shares beside `Deps`: who sits here, and how this screen is set. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { HallSettings } from '#storage/hall-settings.ts';
import type { WorkerAccount } from '#storage/worker-account.ts';

export type Hall = {
  readonly worker: WorkerAccount;
  readonly settings: HallSettings;
  readonly change: (changed: Partial<HallSettings>) => void;
  /** Shows the sign-in screen; what waits stays. */
  readonly signInAgain: () => void;
  /** Nobody sits here any more. `serviceKnows` is false when there was no line to tell it. */
  readonly leave: (serviceKnows: boolean) => void;
};

// As with Deps: a hall screen outside the hall is a mistake in the program.
export const HallContext = createContext<Hall | undefined>(undefined);

export function useHall(): Hall {
  const hall = useContext(HallContext);
  if (!hall) throw new Error('a hall screen was shown outside HallContext');
  return hall;
}
