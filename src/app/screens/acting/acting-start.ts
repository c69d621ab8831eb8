/** The way from a request on the desk into an acting session, for the screens that the gate stands around. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Agreement } from './acting-session.ts';

export const ActingStart = createContext<((agreement: Agreement) => void) | undefined>(undefined);

export function useActingStart(): (agreement: Agreement) => void {
  const start = useContext(ActingStart);
  // As with Deps: a request outside the gate is a mistake in the program.
  if (!start) throw new Error('a request was shown outside ActingGate');
  return start;
}
