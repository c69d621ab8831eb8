/**
 * The office's public facts, where "not read yet" and "never heard of" must not be mixed up: a screen
 * that offers another way without the office may do so only once it knows that there is none.
 */
import { useDeps } from '#app/deps.ts';
import { useLive } from '#app/use-live.ts';
import type { Office } from '#domain/office/office.ts';
import { readOffice } from '#storage/office.ts';

/** `undefined` until it has been read. */
export function useKnownOffice(): { readonly office: Office | undefined } | undefined {
  const { db } = useDeps();
  return useLive(async () => ({ office: (await readOffice(db))?.office }), [db]);
}
