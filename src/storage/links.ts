/**
 * The links that this phone knows of, on both sides. Light on purpose: home asks whom one helps.
 * Taking them in, and what goes away with one that has ended, is in keep-links.ts.
 */
import type { NamedLink } from '#domain/mandate/link.ts';
import type { AppDatabase } from './database.ts';
import { steady } from './steady.ts';

export type KnownLinks = {
  readonly links: readonly NamedLink[];
  /** By link: what the helper calls the other person, 妈妈. Only on this phone. */
  readonly called: Readonly<Record<string, string>>;
};

/** The row's key in `meta`. */
export const LINKS = 'links';
const NONE: KnownLinks = { links: [], called: {} };

export async function readLinks(db: AppDatabase): Promise<KnownLinks> {
  const row = await steady(db, () => db.meta.get(LINKS));
  return (row?.value as KnownLinks | undefined) ?? NONE; // written only in keep-links.ts
}

/** Is it alive at `now`, ms since 1970 by the service's clock? */
export function holds(link: NamedLink, now: number): boolean {
  return link.endedAt === undefined && link.helperId !== '' && link.from <= now && now <= link.until;
}

/** Somebody whom one may help now, with one's own word for that person. */
export type Helped = { readonly link: NamedLink; readonly called: string };

export async function helpedBy(db: AppDatabase, me: string, now: number): Promise<readonly Helped[]> {
  const { links, called } = await readLinks(db);
  return links
    .filter((link) => link.helperId === me && holds(link, now))
    .map((link) => ({ link, called: called[link.id] ?? link.elderName }));
}
