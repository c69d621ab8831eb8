/** The bar of the reading, fetched when something is read for the first time. */
import { useEffect, useState } from 'preact/hooks';
import type { ReadAloud } from './ReadAloud.tsx';
import type { ReadAloudBar } from './ReadAloudBar.tsx';

export function LazyReadAloudBar({ aloud }: { readonly aloud: ReadAloud }) {
  const [Bar, setBar] = useState<typeof ReadAloudBar>();
  const wanted = aloud.state.at !== 'silent';
  useEffect(() => {
    if (!wanted || Bar) return;
    import('./ReadAloudBar.tsx').then(
      (module) => setBar(() => module.ReadAloudBar),
      () => undefined, // without a line and not kept here: the button still stops what it began
    );
  }, [wanted, Bar]);
  return Bar ? <Bar aloud={aloud} /> : null;
}
