/** Calling a request off: asked once, with what it means; possible until somebody takes it. */
import { useDeps } from '#app/deps.ts';
import { Page } from '#app/frame/Page.tsx';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import type { Request } from '#domain/request/request.ts';
import { DeedTrouble } from '../request/DeedTrouble.tsx';
import { WithRequest } from '../request/WithRequest.tsx';
import { useDeed } from '../request/use-deed.ts';

export function WithdrawScreen({ id }: { readonly id: string }) {
  const t = useT();
  return (
    <WithRequest id={id} title={t('withdraw:title')}>
      {({ shown }) => <WithdrawHere request={shown.request} />}
    </WithRequest>
  );
}

function WithdrawHere({ request }: { readonly request: Request }) {
  const t = useT();
  const { base } = useDeps();
  const { state, act } = useDeed(request.id);
  const here = `/request/${request.id}`;
  const name = request.answerable?.name ?? t('request:state.office');

  if (request.status !== 'open' && state.at === 'ready') {
    return (
      <Page
        title={t('withdraw:title')}
        back={here}
        bottom={
          <BigButton look="main" href={base + here}>
            {t('withdraw:back')}
          </BigButton>
        }
      >
        <Notice tone="clay" icon="info" title={t('withdraw:late.title')}>
          {request.status === 'taken' ? t('withdraw:late.taken', { name }) : t('withdraw:late.closed')}
        </Notice>
      </Page>
    );
  }
  return (
    <Page
      title={t('withdraw:title')}
      back={here}
      bottom={
        <>
          <BigButton look="warn" busy={state.at === 'keeping'} onPress={() => void act({ kind: 'withdraw' })}>
            {t('withdraw:yes')}
          </BigButton>
          <BigButton look="plain" href={base + here}>
            {t('withdraw:no')}
          </BigButton>
        </>
      }
    >
      <DeedTrouble state={state} />
      <p>{t('withdraw:means')}</p>
      <p>{t('withdraw:stays')}</p>
    </Page>
  );
}
