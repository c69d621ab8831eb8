/**
 * Takes in what the service says of one's links, and lets go of what an ended one showed.
 *
 * When a link has ended, what this phone has of the other person goes away with it: the requests, their steps
 * and photos. What was written here and not sent yet stays, until the one who wrote it has seen to it.
 */
import type { NamedLink } from '#domain/mandate/link.ts';
import type { AppDatabase } from './database.ts';
import { readAgain } from './facts.ts';
import { holds, LINKS, readLinks, type KnownLinks } from './links.ts';
import { steady } from './steady.ts';

/**
 * `now`: ms since 1970 by the service's clock, as far as it is known here. What happened before a new link may
 * be seen now, so the log is read once more from its beginning.
 */
export async function keepLinks(
  db: AppDatabase,
  me: string,
  links: readonly NamedLink[],
  now: number,
): Promise<void> {
  await steady(db, () =>
    db.transaction('rw', [db.meta, db.requests, db.events, db.outbox, db.files], async () => {
      const before = await readLinks(db);
      await db.meta.put({ key: LINKS, value: { ...before, links } satisfies KnownLinks });
      const alive = links.filter((link) => link.helperId === me && holds(link, now));
      const helped = [...before.links, ...links].filter((link) => link.helperId === me);
      for (const elderId of new Set(helped.map((link) => link.elderId)))
        if (!alive.some((link) => link.elderId === elderId)) await forgetElder(db, elderId);
      if (alive.some((link) => !before.links.some(({ id }) => id === link.id))) await readAgain(db);
    }),
  );
}

export async function keepCalled(db: AppDatabase, linkId: string, called: string): Promise<void> {
  await steady(db, () =>
    db.transaction('rw', db.meta, async () => {
      const before = await readLinks(db);
      const value: KnownLinks = { ...before, called: { ...before.called, [linkId]: called } };
      await db.meta.put({ key: LINKS, value });
    }),
  );
}

/** Not what waits here unsent, nor what was refused and nobody has read yet. */
async function forgetElder(db: AppDatabase, elderId: string): Promise<void> {
  const kept = new Set((await db.outbox.toArray()).map(({ requestId }) => requestId));
  const confirmed = await db.requests.toArray();
  // Filed from here and accepted, and the link ended before a pull brought it back.
  const accepted = (await db.events.where('unseen').equals(1).toArray()).flatMap(({ action }) =>
    action.kind === 'open' && action.mandate
      ? [{ id: action.requestId, residentId: action.mandate.residentId }]
      : [],
  );
  const ids = [...confirmed, ...accepted]
    .filter(({ id, residentId }) => residentId === elderId && !kept.has(id))
    .map(({ id }) => id);
  await db.requests.bulkDelete(ids);
  await db.events.where('requestId').anyOf(ids).delete();
  await db.files.where('requestId').anyOf(ids).delete();
}
