/** The ways from a request back to helping with it: a draft under a mandate that holds, and a filing that was refused. */
import { useDeps } from '#app/deps.ts';
import { useServiceNow } from '#app/hall/use-service-now.ts';
import { useActingStart } from '#app/screens/acting/acting-start.ts';
import { agreementFor, mendingOf } from '#app/screens/acting/take-up.ts';
import type { RefusedStep } from '#storage/shown.ts';
import type { HallRequest } from './use-hall-request.ts';

export function useGoingOn({ shown: { request } }: HallRequest) {
  const { db, person } = useDeps();
  const begin = useActingStart();
  const now = useServiceNow();
  const { mandate, mandateEnded, status } = request;
  const isMine = mandate?.helperId === person.id;
  const holds = isMine && !mandateEnded && now <= mandate.until;

  return {
    /** `undefined` where there is nothing to go on with. */
    goOn:
      holds && status === 'draft'
        ? () => void agreementFor(db, request.id).then((agreement) => agreement && begin(agreement))
        : undefined,
    mendOf: (step: RefusedStep) => {
      if (step.kind !== 'open' || !isMine) return undefined;
      if (!holds) return 'mandate-over' as const;
      return {
        again: () =>
          void mendingOf(db, request, step.actionId).then((agreement) => agreement && begin(agreement)),
      };
    },
  };
}
