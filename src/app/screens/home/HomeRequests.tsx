/**
 * The requests on somebody's mind, for home. A piece of its own: who has none yet does not wait for the
 * rule book and its sentences before the first tile can be pressed.
 */
import { useDeps } from '#app/deps.ts';
import { useLive } from '#app/use-live.ts';
import { shownRequests, type Shown } from '#storage/shown.ts';
import { doneInName } from '#domain/request/may-object.ts';
import { useT } from '#app/i18n.ts';
import { HelpedCards } from './HelpedCards.tsx';
import { RequestCards } from './RequestCards.tsx';

/** A finished request stays on home for so long, so that it can be rated; then "my requests" has it. */
const DONE_STAYS_MS = 7 * 86_400_000;

export { shownRequests };

type Props = {
  /** As read while this piece was fetched, so that nothing moves when it is drawn. */
  readonly first: readonly Shown[];
  readonly nameOf: (matterId: string) => string;
};

export function HomeRequests({ first, nameOf }: Props) {
  const { db, now, person } = useDeps();
  const all = useLive(() => shownRequests(db), [db]) ?? first;
  // Those of people whom one helps are on their own screen, unless something needs this person.
  const requests = all.filter(
    ({ request, where, refused }) =>
      request.residentId === person.id || where !== 'office' || refused.length > 0,
  );
  return (
    <>
      <HelpedCards drafts={requests.filter(isDraft)} nameOf={nameOf} />
      <RequestCards
        open={requests.filter((shown) => isOnMind(shown, now()))}
        nameOf={nameOf}
        count={requests.filter((shown) => !isDraft(shown)).length}
      />
    </>
  );
}

/** The way to what others did in this person's name: only when there is something. */
export function DoneLink({ first }: Pick<Props, 'first'>) {
  const t = useT();
  const { db, base, person } = useDeps();
  const requests = useLive(() => shownRequests(db), [db]) ?? first;
  const isAny = requests.some(
    ({ request }) => request.residentId === person.id && doneInName(request).length > 0,
  );
  return isAny ? <a href={`${base}/done-for-me`}>{t('done-for-me:title')}</a> : null;
}

const isDraft = ({ request }: Shown): boolean => request.status === 'draft';

function isOnMind(shown: Shown, now: number): boolean {
  const { request, where, refused } = shown;
  if (isDraft(shown)) return refused.length > 0;
  if (where === 'refused' || refused.length > 0) return true;
  if (request.status === 'done')
    return request.rating === undefined && now - request.changedAt < DONE_STAYS_MS;
  return request.status !== 'withdrawn' && request.status !== 'ended';
}
