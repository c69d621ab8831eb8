/** What time it is at the office, as far as this device knows: again every few seconds, for what runs out. */
import { useEffect, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { useLive } from '#app/use-live.ts';
import { readOffice } from '#storage/office.ts';

const LOOK_MS = 5_000;

export function useOfficeNow(): number {
  const { db, now } = useDeps();
  const ahead = useLive(async () => (await readOffice(db))?.aheadMs ?? 0, [db]) ?? 0;
  const [at, setAt] = useState(now);
  useEffect(() => {
    const look = setInterval(() => setAt(now()), LOOK_MS);
    return () => clearInterval(look);
  }, [now]);
  return at + ahead;
}
