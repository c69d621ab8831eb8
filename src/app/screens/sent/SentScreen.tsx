/**
 * After sending. First only this device has it, and the screen says no more than that; the moment the
 * office's word arrives, the same screen says so, with number, person and day.
 */
import { useDeps } from '#app/deps.ts';
import { homePath } from '#app/home-path.ts';
import { useLanguage, useT } from '#app/i18n.ts';
import { Page } from '#app/frame/Page.tsx';
import { BigButton } from '#app/parts/BigButton.tsx';
import { NumberOut } from '#app/parts/NumberOut.tsx';
import { StateNotices } from '#app/screens/request/StateNotices.tsx';
import { WithRequest } from '#app/screens/request/WithRequest.tsx';
import type { Found } from '#app/screens/request/use-shown-request.ts';
import { useSent } from './use-sent.ts';

export function SentScreen({ id }: { readonly id: string }) {
  const t = useT();
  return (
    <WithRequest id={id} title={t('sent:title')}>
      {(found) => <Sent {...found} />}
    </WithRequest>
  );
}

function Sent({ shown, office, now, elder }: Found) {
  const t = useT();
  const language = useLanguage();
  const { base } = useDeps();
  const safety = useSent();
  const { request, where } = shown;
  const isKiosk = base === '/kiosk';
  const titles = {
    device: isKiosk ? t('sent:title.kiosk') : t('sent:title.device'),
    office: t('sent:title.office'),
    refused: t('sent:title.refused'),
  };

  return (
    <Page
      title={titles[where]}
      step={elder === undefined ? undefined : t('family:sent.for', { name: elder })}
      back="/"
      bottom={
        <BigButton look="main" href={homePath(base)}>
          {t('sent:done')}
        </BigButton>
      }
    >
      <StateNotices shown={shown} context={{ t, language, now, office, kiosk: isKiosk, elder }} />
      {request.number !== undefined ? (
        <div>
          <NumberOut
            label={t('sent:number')}
            number={request.number}
            spoken={request.number.split('').join(' ')}
          />
          <p>{t('sent:number.copy')}</p>
        </div>
      ) : (
        where === 'device' && <p>{t('sent:number.later')}</p>
      )}
      {where !== 'refused' && (
        <section class="stack">
          <h2>{t('sent:next')}</h2>
          <p>{where === 'device' ? t('sent:next.device') : t('sent:next.office')}</p>
          {elder === undefined ? (
            <>
              <p>{t('sent:change_mind')}</p>
              <p>{t('sent:next.rate')}</p>
            </>
          ) : (
            <p>{t('family:sent.next', { name: elder })}</p>
          )}
        </section>
      )}
      {where === 'device' && safety === 'unsafe' && <p>{t('sent:not_for_good')}</p>}
      <CallSomebody found={{ shown, office }} />
      <BigButton look="quiet" href={`${base}/request/${request.id}`}>
        {t('sent:see')}
      </BigButton>
    </Page>
  );
}

/** Who answers, once the office has said who; before that the office itself. A shared machine cannot telephone. */
function CallSomebody({ found: { shown, office } }: { readonly found: Pick<Found, 'shown' | 'office'> }) {
  const t = useT();
  const { base } = useDeps();
  const { answerable } = shown.request;
  const telephone = answerable?.telephone ?? office?.telephone;
  if (telephone === undefined) return null; // the top bar leads to help before the office is known
  return (
    <BigButton look="plain" icon="phone" href={base === '/kiosk' ? `${base}/help` : `tel:${telephone}`}>
      {answerable ? t('sent:call.name', { name: answerable.name }) : t('sent:call', { number: telephone })}
    </BigButton>
  );
}
