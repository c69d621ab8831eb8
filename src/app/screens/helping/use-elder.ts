/** Somebody whom one helps: the link, the matters it opens, what is half written, and the requests that can be seen. */
import { loadMatter, offeredTiles } from '#app/catalogue.ts';
import { useDeps } from '#app/deps.ts';
import { useLive } from '#app/use-live.ts';
import type { NamedLink } from '#domain/mandate/link.ts';
import type { Matter } from '#domain/matter/matter.ts';
import type { Office } from '#domain/office/office.ts';
import type { DraftRow } from '#storage/database.ts';
import * as drafts from '#storage/drafts.ts';
import { holds, readLinks } from '#storage/links.ts';
import { readOffice } from '#storage/office.ts';
import { shownRequests } from '#storage/shown.ts';
import { matterOf } from '../request/use-shown-request.ts';
import type { NamedRequest } from '../requests/use-requests.ts';
import { isBenefit, mayBegin } from './for-elder.ts';

export type Elder = {
  readonly link: NamedLink;
  readonly called: string;
  /** It holds now. */
  readonly alive: boolean;
  readonly matters: readonly Matter[];
  /** There are others, for which one would need leave to file benefits. */
  readonly someNot: boolean;
  readonly drafts: readonly DraftRow[];
  readonly requests: readonly NamedRequest[];
  readonly office: Office | undefined;
  /** ms since 1970 by the service's clock, as far as it is known here. */
  readonly now: number;
};

export function useElder(linkId: string): Elder | 'missing' | undefined {
  const { db, now, person } = useDeps();
  return useLive(async () => {
    const [{ links, called }, kept, tiles, own, shown] = await Promise.all([
      readLinks(db),
      readOffice(db),
      offeredTiles(db),
      drafts.list(db),
      shownRequests(db),
    ]);
    const link = links.find(({ id, helperId }) => id === linkId && helperId === person.id);
    if (!link) return 'missing';
    const at = now() + (kept?.aheadMs ?? 0);
    const loaded = await Promise.all(tiles.map(({ id }) => loadMatter(db, id)));
    const all = loaded.flatMap((matter) => (matter ? [matter] : []));
    const requests: NamedRequest[] = [];
    for (const one of shown)
      if (one.request.residentId === link.elderId)
        requests.push({ shown: one, matter: await matterOf(db, one.request) });
    return {
      link,
      called: called[link.id] ?? link.elderName,
      alive: holds(link, at),
      matters: all.filter((matter) => mayBegin(matter, link.scopes)),
      someNot: !link.scopes.includes('file-benefits') && all.some(isBenefit),
      drafts: own.filter(({ forElder }) => forElder?.mandate.residentId === link.elderId),
      requests,
      office: kept?.office,
      now: at,
    };
  }, [db, linkId, person.id]);
}
