/** The button that reads the screen aloud, in the same place on every screen. The reading itself comes with the first press. */
import { useLocation } from 'preact-iso';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import { TopBarButton } from '#app/parts/TopBar.tsx';
import { readSettings } from '#storage/device.ts';
import type { SpeakerState } from '#voice/speaker.ts';
import type { Reading } from './reading.ts';

/** After a change of screens, until the new one stands. */
const DRAWN_MS = 400;

export type ReadAloudState = SpeakerState | { readonly at: 'not-loaded' };

export type ReadAloud = {
  readonly state: ReadAloudState;
  readonly press: () => void;
  readonly read: (withPrivate: boolean) => void;
  readonly stop: () => void;
  readonly pause: () => void;
  readonly resume: () => void;
  /** The bar, once it is there: touches in it belong to the reading. */
  readonly setBar: (bar: HTMLDivElement | null) => void;
};

export function useReadAloud(): ReadAloud {
  const { base } = useDeps();
  const { path } = useLocation();
  const [state, setState] = useState<ReadAloudState>({ at: 'silent' });
  const readingRef = useRef<Reading | undefined>(undefined);
  const barRef = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // A page that nobody has touched yet stays silent, whatever was chosen.
    const every = readSettings().every && navigator.userActivation?.hasBeenActive === true;
    const soon = every ? setTimeout(() => start(base === ''), DRAWN_MS) : undefined;
    return () => {
      clearTimeout(soon);
      readingRef.current?.stop(); // leaving the screen stops it
    };
  }, [path]);

  async function read(withPrivate: boolean): Promise<void> {
    const { startReading } = await import('./reading.ts');
    readingRef.current ??= startReading(setState, () => barRef.current);
    readingRef.current.read(withPrivate);
  }
  const start = (withPrivate: boolean) => {
    read(withPrivate).catch(() => setState({ at: 'not-loaded' })); // no line, and not kept here yet
  };

  return {
    state,
    press: () => (isGoing(state) ? readingRef.current?.stop() : start(base === '')),
    read: start,
    stop: () => readingRef.current?.stop(),
    pause: () => readingRef.current?.pause(),
    resume: () => readingRef.current?.resume(),
    setBar: (bar) => {
      barRef.current = bar;
    },
  };
}

export function isGoing(state: ReadAloudState): boolean {
  return state.at === 'loading' || state.at === 'speaking' || state.at === 'paused';
}

export function ReadAloudButton({ aloud }: { readonly aloud: ReadAloud }) {
  const t = useT();
  return (
    <TopBarButton
      icon="speak"
      label={t('common:aloud')}
      title={t('common:aloud.title')}
      pressed={isGoing(aloud.state)}
      onPress={aloud.press}
    />
  );
}
