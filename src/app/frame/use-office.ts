/** The office's public facts as this device last heard them; `undefined` before the first time. */
import type { Office } from '#domain/office/office.ts';
import { useDeps } from '#app/deps.ts';
import { useLive } from '#app/use-live.ts';
import { readOffice } from '#storage/office.ts';

export function useOffice(): Office | undefined {
  const { db } = useDeps();
  return useLive(() => readOffice(db), [db])?.office;
}
