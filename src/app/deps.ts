/**
 * What a screen may ask of the world. Made once in `main.tsx`, or by a test; never imported as a value.
 */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Person } from '#domain/request/action.ts';
import type { AppDatabase } from '#storage/database.ts';
import type { SyncNews } from '#sync/start.ts';

export type Deps = {
  readonly db: AppDatabase;
  /** This device's clock, ms since 1970. Shown to people; decides nothing. */
  readonly now: () => number;
  /** 16 random bytes as lower-case hex. */
  readonly newId: () => string;
  readonly person: Person;
  /** Where this entrance lives: '' for a resident's own phone, '/kiosk', '/hall'. */
  readonly base: '' | '/kiosk' | '/hall';
  readonly officeId: string;
  /** Asks for a sync turn; returns at once. */
  readonly nudgeSync: () => void;
  /** The latest of the sync, and a way to hear the next. */
  readonly syncNews: {
    readonly current: () => SyncNews;
    readonly listen: (hear: (news: SyncNews) => void) => () => void;
  };
  /** The service's paths; credentials are added here. Rejects when no answer came. */
  readonly call: (path: string, init?: RequestInit) => Promise<Response>;
};

// A screen without deps is a mistake in the program, so there is no default to hide it.
export const DepsContext = createContext<Deps | undefined>(undefined);

export function useDeps(): Deps {
  const deps = useContext(DepsContext);
  if (!deps) throw new Error('a screen was shown outside DepsContext');
  return deps;
}
