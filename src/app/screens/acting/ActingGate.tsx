/**
 * While somebody is being helped there is nothing else on the screen: not by a link, not by "back".
 * Before and after, the hall is as always.
 */
import type { ComponentChildren } from 'preact';
import { HallFrame } from '#app/hall/HallFrame.tsx';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { ScreenTitle } from '#app/parts/ScreenTitle.tsx';
import { ActingScreen } from './ActingScreen.tsx';
import { ActingStart } from './acting-start.ts';
import { BeforeActing } from './BeforeActing.tsx';
import { useActing, type ActingEnd } from './use-acting.ts';
import './acting.css';

type Props = { readonly atHelp: boolean; readonly children: ComponentChildren };

export function ActingGate({ atHelp, children }: Props) {
  const t = useT();
  const acting = useActing();
  const { state } = acting;
  if (typeof state === 'object')
    return <ActingScreen key={state.mandate.id} session={state} acting={acting} />;
  if (state === 'closing') return <main class="hall-opening">{t('acting:closing')}</main>;
  if (state !== 'none') return <Ended why={state} onNext={acting.next} />;
  const begin = (agreement: Parameters<typeof acting.begin>[0]) => void acting.begin(agreement);
  return (
    <ActingStart.Provider value={begin}>
      {atHelp ? (
        <HallFrame>
          <BeforeActing onAgreed={begin} />
        </HallFrame>
      ) : (
        children
      )}
    </ActingStart.Provider>
  );
}

type EndedProps = { readonly why: Exclude<ActingEnd, 'finished'>; readonly onNext: () => void };

/** Not ended by the worker: said at once, with what has become of what was filled in. */
function Ended({ why, onNext }: EndedProps) {
  const t = useT();
  const title = t(`acting:over.${why}`);
  return (
    <main class="hall-page">
      <ScreenTitle title={title}>{title}</ScreenTitle>
      <div role="alert">
        <Notice tone="clay" icon={why === 'time-up' ? 'clock' : 'warn'} title={t(`acting:over.${why}.line`)}>
          {why !== 'time-up' && <p>{t(`acting:over.${why}.kept`)}</p>}
        </Notice>
      </div>
      <BigButton look="main" onPress={onNext}>
        {t('acting:over.next')}
      </BigButton>
    </main>
  );
}
