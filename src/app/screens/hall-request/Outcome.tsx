/**
 * What became of the worker's steps: kept on this device, or at the service. "Sent" is said only once the
 * step has left the outbox. After a step the focus comes here, for the button that was pressed is gone.
 */
import { useEffect, useRef } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import type { DeedState } from '#app/hall/use-deed.ts';
import { useT } from '#app/i18n.ts';
import { Notice } from '#app/parts/Notice.tsx';
import { sayRefusal } from '#app/screens/request/say-refusal.ts';
import { useLive } from '#app/use-live.ts';
import type { Shown } from '#storage/shown.ts';

export function Outcome({ shown, state }: { readonly shown: Shown; readonly state: DeedState }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.at === 'kept' || (state.at === 'refused' && state.kind === 'take')) box.current?.focus();
  }, [state]);
  return (
    <div class="hall-outcome" role="status" tabIndex={-1} ref={box}>
      <Told shown={shown} state={state} />
    </div>
  );
}

function Told({ shown, state }: { readonly shown: Shown; readonly state: DeedState }) {
  const t = useT();
  const actionId = state.at === 'kept' ? state.actionId : undefined;
  const waits = useWaits(actionId);

  if (state.at === 'not-kept') {
    return (
      <Notice tone="clay" icon="warn" title={t('hall-request:not_kept.title')}>
        {t('hall-request:not_kept.line')}
      </Notice>
    );
  }
  // What is wrong with words is said beside their box.
  if (state.at === 'refused' && state.kind === 'take') {
    return (
      <Notice tone="clay" icon="people" title={t('hall-request:refused.take')}>
        {sayRefusal(state.refused, t)}
      </Notice>
    );
  }
  if (shown.refused.some((step) => step.actionId === actionId)) return null; // it has a notice of its own
  if (shown.waiting > 0 || (actionId !== undefined && waits)) {
    return (
      <Notice tone="sun" icon="phone-tick" title={t('hall-request:waiting.title')}>
        {t('hall-request:waiting.line')}
      </Notice>
    );
  }
  if (shown.photosWaiting > 0) {
    return (
      <Notice
        tone="sun"
        icon="photo"
        title={t('hall-request:photos_waiting', { count: shown.photosWaiting })}
      />
    );
  }
  if (actionId === undefined) return null;
  return (
    <Notice tone="mint" icon="tick" title={t('hall-request:sent.title')}>
      {t('hall-request:sent.line')}
    </Notice>
  );
}

/** True as long as it is not known that the step has left the outbox. */
function useWaits(actionId: string | undefined): boolean {
  const { db } = useDeps();
  const asked = useLive(
    async () => ({
      actionId,
      rows: await db.outbox
        .where('id')
        .equals(actionId ?? '')
        .count(),
    }),
    [db, actionId],
  );
  return asked?.actionId !== actionId || asked?.rows !== 0;
}
