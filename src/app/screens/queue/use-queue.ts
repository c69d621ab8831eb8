/** The queue's state: everything this device has seen of the office, one list or one search at a time. */
import { useMemo, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { useServiceNow } from '#app/hall/use-service-now.ts';
import { useLanguage, useT } from '#app/i18n.ts';
import { useLive } from '#app/use-live.ts';
import type { Matter } from '#domain/matter/matter.ts';
import type { AppDatabase } from '#storage/database.ts';
import { findMatter, matterKey } from '#storage/matters.ts';
import { readOffice } from '#storage/office.ts';
import { shownRequests, type Shown } from '#storage/shown.ts';
import { queueItem } from './queue-item.ts';
import { byDue, countsOf, isIn, queueTabs, search, type QueueTab } from './queue-lists.ts';

/** Cards drawn at a time: a list of hundreds must not make typing slow. */
export const WINDOW = 50;
const NOBODY = {};

export function useQueue() {
  const t = useT();
  const language = useLanguage();
  const { db, person } = useDeps();
  const now = useServiceNow();
  const [tab, setTab] = useState<QueueTab>(queueTabs(person.role)[0] ?? 'open');
  const [typed, setTyped] = useState('');
  const [drawn, setDrawn] = useState(WINDOW);

  const office = useLive(() => readOffice(db), [db]);
  const seen = useLive(() => seenRequests(db), [db]);

  const items = useMemo(() => {
    const context = { t, language, office: office?.office };
    return (
      seen && byDue(seen.shown.map((shown) => queueItem(shown, seen.matters.get(keyOf(shown)), context)))
    );
  }, [seen, office, language, t]);

  const looking = { workerId: person.id, now };
  const searching = typed.trim() !== '';
  const list = useMemo(() => {
    if (!items) return undefined;
    return searching ? search(items, typed) : items.filter((item) => isIn(tab, item.request, looking));
  }, [items, typed, tab, now]);

  return {
    tab,
    typed,
    searching,
    now,
    office: office?.office,
    colleagues: office?.colleagues ?? NOBODY,
    counts: countsOf(items ?? [], looking),
    list,
    cards: list?.slice(0, drawn) ?? [],
    more: Math.min(WINDOW, Math.max((list?.length ?? 0) - drawn, 0)),
    /** Those of which a step was refused and nobody has read why. */
    needing: items?.filter((item) => item.shown.refused.length > 0) ?? [],
    choose: (next: QueueTab) => {
      setTab(next);
      setTyped('');
      setDrawn(WINDOW);
    },
    type: (next: string) => {
      setTyped(next);
      setDrawn(WINDOW);
    },
    showMore: () => setDrawn(drawn + WINDOW),
  };
}

type Seen = { readonly shown: readonly Shown[]; readonly matters: ReadonlyMap<string, Matter> };

async function seenRequests(db: AppDatabase): Promise<Seen> {
  const shown = await shownRequests(db);
  const names = new Map(shown.map(({ request }) => [keyOf({ request }), request]));
  const matters = new Map<string, Matter>();
  for (const [key, { matterId, matterVersion }] of names) {
    const matter = await findMatter(db, matterId, matterVersion);
    if (matter) matters.set(key, matter);
  }
  return { shown, matters };
}

function keyOf({ request }: Pick<Shown, 'request'>): string {
  return matterKey({ id: request.matterId, version: request.matterVersion });
}
