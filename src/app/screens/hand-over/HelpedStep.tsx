/** Somebody has the draft: who, until when, what that person may do, and one tap to take it back. */
import { useDeps } from '#app/deps.ts';
import { Page } from '#app/frame/Page.tsx';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { helperName } from '#app/helper-name.ts';
import { sayTime } from '#app/say.ts';
import { DeedTrouble } from '#app/screens/request/DeedTrouble.tsx';
import type { DeedState } from '#app/screens/request/use-deed.ts';
import type { Mandate } from '#domain/mandate/mandate.ts';
import type { Request } from '#domain/request/request.ts';
import { OfficeCall } from './OfficeCall.tsx';
import type { Known } from './use-hand-over.ts';

type Props = {
  readonly known: Known;
  readonly request: Request;
  readonly mandate: Mandate;
  readonly state: DeedState;
  readonly onTakeBack: () => void;
};

export function HelpedStep({ known: { draft, office }, request, mandate, state, onTakeBack }: Props) {
  const t = useT();
  const { base } = useDeps();
  const name = helperName(request, mandate, t);
  return (
    <Page
      title={t('hand-over:helped.title', { name })}
      back="/"
      bottom={
        <BigButton look="warn" busy={state.at === 'keeping'} onPress={onTakeBack}>
          {t('hand-over:take_back')}
        </BigButton>
      }
    >
      <DeedTrouble state={state} />
      <Notice tone="sky" icon="people" title={t('hand-over:helped.taken', { name })} live>
        {t('hand-over:helped.until', { time: sayTime(mandate.until) })}
      </Notice>
      <p>{t('hand-over:means.aloud')}</p>
      <p>{t('hand-over:helped.both')}</p>
      <BigButton look="plain" icon="pen" href={`${base}/draft/${draft.id}/${draft.place}`}>
        {t('hand-over:go_on')}
      </BigButton>
      <BigButton look="plain" icon="list" href={`${base}/draft/${draft.id}/check`}>
        {t('hand-over:helped.see')}
      </BigButton>
      <OfficeCall office={office} />
    </Page>
  );
}
