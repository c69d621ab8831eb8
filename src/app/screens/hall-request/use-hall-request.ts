/** One request with what a worker needs to talk about it: its matter, the office, the colleagues' names. */
import { useDeps } from '#app/deps.ts';
import { useLive } from '#app/use-live.ts';
import type { Matter } from '#domain/matter/matter.ts';
import type { Office } from '#domain/office/office.ts';
import { findMatter } from '#storage/matters.ts';
import { readOffice } from '#storage/office.ts';
import { shownRequest, type Shown } from '#storage/shown.ts';

export type HallRequest = {
  readonly shown: Shown;
  /** `undefined` until it has been fetched in the version that the request began with. */
  readonly matter: Matter | undefined;
  readonly office: Office | undefined;
  /** Workers' names by id. */
  readonly colleagues: Readonly<Record<string, string>>;
};

/** `undefined` while it is being read. */
export function useHallRequest(id: string): HallRequest | 'missing' | undefined {
  const { db } = useDeps();
  return useLive(async () => {
    const shown = await shownRequest(db, id);
    if (!shown) return 'missing';
    const kept = await readOffice(db);
    const matter = await findMatter(db, shown.request.matterId, shown.request.matterVersion);
    return { shown, matter, office: kept?.office, colleagues: kept?.colleagues ?? {} };
  }, [db, id]);
}
