/** All requests of this person, each with its name and icon, and what time it is at the office. */
import { useDeps } from '#app/deps.ts';
import { useLive } from '#app/use-live.ts';
import type { Matter } from '#domain/matter/matter.ts';
import type { Office } from '#domain/office/office.ts';
import { readLinks } from '#storage/links.ts';
import { readOffice } from '#storage/office.ts';
import { shownRequests, type Shown } from '#storage/shown.ts';
import { elderOf, matterOf } from '../request/use-shown-request.ts';

export type NamedRequest = { readonly shown: Shown; readonly matter: Matter | undefined };
export type AllRequests = {
  /** Newest change first, as the parts are. */
  readonly going: readonly NamedRequest[];
  readonly ended: readonly NamedRequest[];
  /** Of the people whom one helps, each apart. */
  readonly others: readonly { readonly elder: string; readonly requests: readonly NamedRequest[] }[];
  readonly office: Office | undefined;
  /** ms since 1970 by the service's clock, as far as it is known here. */
  readonly now: number;
};

export function useRequests(): AllRequests | undefined {
  const { db, now, person } = useDeps();
  return useLive(async () => {
    const all = await shownRequests(db);
    const office = await readOffice(db);
    const named: NamedRequest[] = [];
    for (const shown of all) named.push({ shown, matter: await matterOf(db, shown.request) });
    const { links } = await readLinks(db);
    const elder = ({ shown }: NamedRequest) => elderOf(shown.request, person, links);
    const own = named.filter((one) => elder(one) === undefined);
    const elders = new Set(named.flatMap((one) => elder(one) ?? []));
    return {
      going: own.filter(({ shown }) => !hasEnded(shown)),
      ended: own.filter(({ shown }) => hasEnded(shown)),
      others: [...elders].map((name) => ({
        elder: name,
        requests: named.filter((one) => elder(one) === name),
      })),
      office: office?.office,
      now: now() + (office?.aheadMs ?? 0),
    };
  }, [db, person.id]);
}

/** An end that the office does not know of, or a step it did not take, keeps a request among those going on. */
function hasEnded({ request, waiting, refused, where }: Shown): boolean {
  const over = request.status === 'done' || request.status === 'withdrawn';
  return over && waiting === 0 && refused.length === 0 && where === 'office';
}
