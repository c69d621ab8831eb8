/** One request with what is needed to talk about it: its matter, the office, and what time it is there. */
import { loadMatter } from '#app/catalogue.ts';
import { useDeps } from '#app/deps.ts';
import { useLive } from '#app/use-live.ts';
import type { NamedLink } from '#domain/mandate/link.ts';
import type { Matter } from '#domain/matter/matter.ts';
import type { Office } from '#domain/office/office.ts';
import type { Person } from '#domain/request/action.ts';
import type { Request } from '#domain/request/request.ts';
import { readLinks } from '#storage/links.ts';
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
  /** The owner's name, where the request is somebody's whom this phone's person helps. */
  readonly elder?: string | undefined;
  /** The service's clock as far as it is known here, ms since 1970. */
  readonly now: number;
};

/** `undefined` while it is being read; `missing` when this device has no such request. */
export function useShownRequest(id: string): Found | 'missing' | undefined {
  const { db, now, person } = useDeps();
  const read = useLive(async () => {
    const [shown, office, { links }] = await Promise.all([
      shownRequest(db, id),
      readOffice(db),
      readLinks(db),
    ]);
    if (!shown) return 'missing';
    const matter = await matterOf(db, shown.request);
    const elder = elderOf(shown.request, person, links);
    return { shown, matter, office: office?.office, elder, now: now() + (office?.aheadMs ?? 0) };
  }, [db, id, person.id]);
  return read ?? justKept(id);
}

/** Whose request it is, when it is not this person's own; a worker helps in another way. */
export function elderOf(
  { residentId, mandate }: Request,
  { id, role }: Person,
  links: readonly NamedLink[],
): string | undefined {
  if (residentId === id || (role !== 'resident' && role !== 'helper')) return undefined;
  return links.find(({ elderId }) => elderId === residentId)?.elderName ?? mandate?.residentName ?? '';
}

/** In the version that the request began with; the newest is better than no name at all. */
export async function matterOf(db: AppDatabase, request: Request): Promise<Matter | undefined> {
  return (
    (await findMatter(db, request.matterId, request.matterVersion)) ??
    (await loadMatter(db, request.matterId))
  );
}
