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
import { useActing } from './use-acting.ts';
import './acting.css';

type Props = { readonly atHelp: boolean; readonly children: ComponentChildren };

export function ActingGate({ atHelp, children }: Props) {
  const t = useT();
  const acting = useActing();
  const { state } = acting;
  if (typeof state === 'object')
    return <ActingScreen key={state.mandate.id} session={state} acting={acting} />;
  if (state === 'closing') return <main class="hall-opening">{t('acting:closing')}</main>;
  if (state === 'time-up' || state === 'taken-back') {
    const why = state === 'time-up' ? 'time_up' : 'taken_back';
    return (
      <main class="hall-page">
        <ScreenTitle title={t(`acting:${why}`)}>{t(`acting:${why}`)}</ScreenTitle>
        {state === 'taken-back' ? (
          <Notice tone="clay" icon="warn" title={t('acting:taken_back.line')} live>
            <p>{t('acting:taken_back.kept')}</p>
          </Notice>
        ) : (
          <p>{t('acting:time_up.line')}</p>
        )}
        <BigButton look="main" onPress={acting.next}>
          {t('acting:time_up.next')}
        </BigButton>
      </main>
    );
  }
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
