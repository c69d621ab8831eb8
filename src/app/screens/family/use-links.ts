/** One's links on both sides: as this phone knows them at once, as the service knows them a moment later. */
import { useEffect } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { useLive } from '#app/use-live.ts';
import type { NamedLink } from '#domain/mandate/link.ts';
import { helpedBy, holds, readLinks, type Helped } from '#storage/links.ts';
import { readOffice } from '#storage/office.ts';
import { fetchLinks } from '#sync/fetch-links.ts';
import { pageWorld } from '#sync/triggers.ts';

export type MyLinks = {
  /** Those who may help me now. */
  readonly helpers: readonly NamedLink[];
  /** Those whom I may help now. */
  readonly helped: readonly Helped[];
  /** ms since 1970 by the service's clock, as far as it is known here. */
  readonly now: number;
};

export function useLinks(): {
  readonly links: MyLinks | undefined;
  readonly refresh: () => Promise<boolean>;
} {
  const { db, call, now, person, nudgeSync } = useDeps();

  /** True when the service has answered. */
  async function refresh(): Promise<boolean> {
    const fetched = await fetchLinks(db, { call, clock: pageWorld().clock });
    if (fetched.at === 'kept') nudgeSync(); // a new link opens more of the log
    return fetched.at === 'kept';
  }

  useEffect(() => void refresh(), [db, call]);

  const links = useLive(async () => {
    const [{ links: all }, office] = await Promise.all([readLinks(db), readOffice(db)]);
    const at = now() + (office?.aheadMs ?? 0);
    return {
      helpers: all.filter((link) => link.elderId === person.id && holds(link, at)),
      helped: await helpedBy(db, person.id, at),
      now: at,
    };
  }, [db, person.id]);
  return { links, refresh };
}
