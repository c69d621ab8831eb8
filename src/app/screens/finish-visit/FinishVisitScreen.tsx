/** "Done, clear it": says honestly what is unsent, waits with the person if they like, and then leaves no trace (KSK-2). */
import { useDeps } from '#app/deps.ts';
import { homePath } from '#app/home-path.ts';
import { Page } from '#app/frame/Page.tsx';
import { useOffice } from '#app/frame/use-office.ts';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { NumberOut } from '#app/parts/NumberOut.tsx';
import { useWords } from '#app/use-words.ts';
import { leaveForStart } from '#kiosk/end-visit.ts';
import { hasUnsent, type KeptHere } from '#storage/kept-here.ts';
import { useFinishVisit } from './use-finish-visit.ts';

type Props = { /** Where the next person begins. */ readonly leave?: () => void };

export function FinishVisitScreen({ leave = leaveForStart }: Props) {
  const t = useT();
  const { base } = useDeps();
  const visit = useFinishVisit(leave);
  const { here, state } = visit;
  if (base !== '/kiosk') {
    return (
      <Page title={t('finish-visit:title')} back="/">
        <p>{t('finish-visit:own_phone')}</p>
        <p>
          <a href={`${base}/settings`}>{t('finish-visit:settings')}</a>
        </p>
      </Page>
    );
  }
  const unsent = here !== undefined && hasUnsent(here.kept);
  return (
    <Page
      title={t('finish-visit:title')}
      back="/"
      bottom={
        here && (
          <>
            {unsent && (
              <BigButton look="main" icon="send" onPress={visit.sendNow}>
                {t('finish-visit:send_now')}
              </BigButton>
            )}
            <BigButton
              look={unsent ? 'warn' : 'main'}
              busy={state === 'clearing'}
              onPress={() => void visit.clear()}
            >
              {state === 'clearing'
                ? t('finish-visit:clearing')
                : unsent
                  ? t('finish-visit:clear_anyway')
                  : t('finish-visit:clear')}
            </BigButton>
            <BigButton look="plain" href={homePath(base)}>
              {t('finish-visit:stay')}
            </BigButton>
          </>
        )
      }
    >
      {state === 'failed' && (
        <div role="alert">
          <Notice tone="clay" icon="warn" title={t('finish-visit:failed')} />
        </div>
      )}
      {here && <WhatIsHere kept={here.kept} />}
      {here?.numbers.map((number) => (
        <NumberOut
          key={number}
          label={t('finish-visit:number')}
          number={number}
          spoken={number.split('').join(' ')}
        />
      ))}
      {here && here.numbers.length > 0 && <p>{t('finish-visit:write_down')}</p>}
    </Page>
  );
}

function WhatIsHere({ kept }: { readonly kept: KeptHere }) {
  const t = useT();
  const words = useWords();
  const office = useOffice();
  return (
    <>
      {hasUnsent(kept) ? (
        <Notice tone="sun" icon="phone-tick" title={t('finish-visit:unsent')} live>
          <p>{t('finish-visit:unsent_line')}</p>
          {office && (
            <p>{t('finish-visit:window', { address: words(office.address), telephone: office.telephone })}</p>
          )}
        </Notice>
      ) : (
        <Notice tone="mint" icon="tick" title={t('finish-visit:all_sent')} live>
          {t('finish-visit:leaves_nothing')}
        </Notice>
      )}
      {kept.drafts > 0 && <p>{t('finish-visit:drafts')}</p>}
    </>
  );
}
