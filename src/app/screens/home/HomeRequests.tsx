/**
 * The requests on somebody's mind, for home. A piece of its own: who has none yet does not wait for the
 * rule book and its sentences before the first tile can be pressed.
 */
import { useDeps } from '#app/deps.ts';
import { useLive } from '#app/use-live.ts';
import { shownRequests, type Shown } from '#storage/shown.ts';
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
  const { db, now } = useDeps();
  const requests = useLive(() => shownRequests(db), [db]) ?? first;
  return (
    <RequestCards
      open={requests.filter((shown) => isOnMind(shown, now()))}
      nameOf={nameOf}
      count={requests.length}
    />
  );
}

function isOnMind({ request, where, refused }: Shown, now: number): boolean {
  if (where === 'refused' || refused.length > 0) return true;
  if (request.status === 'done')
    return request.rating === undefined && now - request.changedAt < DONE_STAYS_MS;
  return request.status !== 'withdrawn';
}
