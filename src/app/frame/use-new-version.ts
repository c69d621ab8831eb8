/** The waiting new version, if there is one. Watched once for the whole page. */
import { useEffect, useState } from 'preact/hooks';
import type { NewVersion } from '#app/new-version.ts';

let waiting: NewVersion | undefined;
const ears = new Set<(version: NewVersion) => void>();

/** Called once by the start of the app: registers the offline shell and listens for the next version. */
export async function startWatching(): Promise<void> {
  const { watchForNewVersion } = await import('#app/new-version.ts');
  await watchForNewVersion((version) => {
    waiting = version;
    for (const ear of ears) ear(version);
  });
}

export function useNewVersion(): NewVersion | undefined {
  const [version, setVersion] = useState(waiting);
  useEffect(() => {
    ears.add(setVersion);
    return () => {
      ears.delete(setVersion);
    };
  }, []);
  return version;
}
