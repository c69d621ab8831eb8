/** One request with what is needed to talk about it: its matter, the office, and what time it is there. */
import { loadMatter } from '#app/catalogue.ts';
import { useDeps } from '#app/deps.ts';
import { useLive } from '#app/use-live.ts';
import type { Matter } from '#domain/matter/matter.ts';
import type { Office } from '#domain/office/office.ts';
import type { Request } from '#domain/request/request.ts';
import { findMatter } from '#storage/matters.ts';
import { readOffice } from '#storage/office.ts';
import { shownRequest, type Shown } from '#storage/shown.ts';
import type { AppDatabase } from '#storage/database.ts';
import { justKept } from './just-kept.ts';

export type Found = {
  readonly shown: Shown;
  /** Absent when this device never met it. */
  readonly matter: Matter | undefined;
  readonly office: Office | undefined;
  /** The service's clock as far as it is known here, ms since 1970. */
  readonly now: number;
};

/** `undefined` while it is being read; `missing` when this device has no such request. */
export function useShownRequest(id: string): Found | 'missing' | undefined {
  const { db, now } = useDeps();
  const read = useLive(async () => {
    const [shown, office] = await Promise.all([shownRequest(db, id), readOffice(db)]);
    if (!shown) return 'missing';
    const matter = await matterOf(db, shown.request);
    return { shown, matter, office: office?.office, now: now() + (office?.aheadMs ?? 0) };
  }, [db, id]);
  return read ?? justKept(id);
}

/** In the version that the request began with; the newest is better than no name at all. */
export async function matterOf(db: AppDatabase, request: Request): Promise<Matter | undefined> {
  return (
    (await findMatter(db, request.matterId, request.matterVersion)) ??
    (await loadMatter(db, request.matterId))
  );
}
