/** Rows of this device's database, drawn again whenever they change, in this tab or in another. */
import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

/** `undefined` until the first answer. Trouble in the query reaches the screen's boundary. */
export function useLive<Value>(query: () => Promise<Value>, inputs: readonly unknown[]): Value | undefined {
  const [state, setState] = useState<{ readonly value?: Value; readonly trouble?: unknown }>({});
  useEffect(() => {
    const watch = liveQuery(query).subscribe({
      next: (value) => setState({ value }),
      error: (trouble: unknown) => setState({ trouble }),
    });
    return () => watch.unsubscribe();
  }, inputs); // the caller names what the query depends on, as for an effect
  if (state.trouble !== undefined) throw state.trouble;
  return state.value;
}
