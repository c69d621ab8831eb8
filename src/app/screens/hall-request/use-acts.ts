/** The steps that a worker is offered on one request, and the one that is being written. */
import { useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { useHall } from '#app/hall/hall-context.ts';
import { useDeed } from '#app/hall/use-deed.ts';
import { useServiceNow } from '#app/hall/use-service-now.ts';
import { useShortcuts } from '#app/hall/use-shortcuts.ts';
import type { RefusedStep } from '#storage/shown.ts';
import { offeredSteps, type WritingStep } from './offers.ts';
import type { HallRequest } from './use-hall-request.ts';

type Panel = {
  readonly kind: WritingStep;
  /** Words of a refused step, to be used again. */ readonly reused?: string;
};

export type Acts = ReturnType<typeof useActs>;

export function useActs({ shown: { request }, office }: HallRequest) {
  const { person, officeId } = useDeps();
  const { settings } = useHall();
  const now = useServiceNow();
  const deed = useDeed();
  const [panel, setPanel] = useState<Panel>();
  const offered = offeredSteps(request, person, office, now);
  const writing = offered.filter((kind) => kind !== 'take');

  const open = (next: Panel) => {
    deed.rest();
    setPanel(next);
  };
  const take = () => void deed.act({ kind: 'take', requestId: request.id, officeId });

  useShortcuts(settings.shortcuts, {
    t: () => {
      // On a card of the queue, the key means that card.
      if (!offered.includes('take') || document.activeElement?.closest('[data-request]')) return false;
      take();
      return true;
    },
  });

  return {
    deed,
    panel,
    mayTake: offered.includes('take'),
    writing,
    take,
    open: (kind: WritingStep) => open({ kind }),
    close: () => setPanel(undefined),
    /** Into the same kind of step where that is offered, else into words to the resident, else nowhere. */
    reuse: ({ kind, words }: RefusedStep): (() => void) | undefined => {
      const into = writing.find((one) => one === kind) ?? writing.find((one) => one === 'write');
      return into && words !== undefined ? () => open({ kind: into, reused: words }) : undefined;
    },
  };
}
