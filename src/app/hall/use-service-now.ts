/** The service's clock as far as this device knows it, looked at once a minute, so that "due soon" stays true. */
import { useEffect, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { useLive } from '#app/use-live.ts';
import { readOffice } from '#storage/office.ts';

const MINUTE_MS = 60_000;

/** ms since 1970. */
export function useServiceNow(): number {
  const { db, now } = useDeps();
  const [deviceNow, setDeviceNow] = useState(now);
  useEffect(() => {
    const look = setInterval(() => setDeviceNow(now()), MINUTE_MS);
    return () => clearInterval(look);
  }, [now]);
  const aheadMs = useLive(() => readOffice(db), [db])?.aheadMs ?? 0;
  return deviceNow + aheadMs;
}
