/** Drafts that somebody else may write on: who, until when, and one tap to take each back, with or without a network. */
import { useDeps } from '#app/deps.ts';
import { helperName } from '#app/helper-name.ts';
import { useLanguage, useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { sayWhen } from '#app/say.ts';
import { DeedTrouble } from '#app/screens/request/DeedTrouble.tsx';
import { useOfficeNow } from '#app/screens/hand-over/use-now.ts';
import { useTakeBack } from '#app/screens/hand-over/use-take-back.ts';
import type { Request } from '#domain/request/request.ts';
import type { Shown } from '#storage/shown.ts';

type Props = { readonly drafts: readonly Shown[]; readonly nameOf: (matterId: string) => string };

export function HelpedCards({ drafts, nameOf }: Props) {
  const now = useOfficeNow();
  return (
    <>
      {drafts.map(({ request }) => (
        <HelpedCard key={request.id} request={request} matter={nameOf(request.matterId)} now={now} />
      ))}
    </>
  );
}

type CardProps = { readonly request: Request; readonly matter: string; readonly now: number };

function HelpedCard({ request, matter, now }: CardProps) {
  const t = useT();
  const language = useLanguage();
  const { base } = useDeps();
  const { state, takeBack } = useTakeBack(request.id);
  const { mandate, mandateEnded, draft } = request;
  if (mandateEnded) {
    const waits = request.trail.some((line) => line.kind === 'end-mandate' && line.known === 'waiting');
    if (!waits) return null;
    return (
      <Notice tone="sun" icon="phone-tick" title={t('hand-over:card.back')} live>
        <p>{t('hand-over:card.back_line')}</p>
      </Notice>
    );
  }
  const until = mandate?.until ?? draft?.offer.codeUntil ?? 0;
  if (now > until) return null; // it is the resident's alone again, and among the drafts
  const when = sayWhen(until, { t, language, now });
  return (
    <section class="home-requests" aria-label={t('hand-over:card')}>
      <Notice
        tone="sky"
        icon="people"
        title={
          mandate
            ? t('hand-over:helped.title', { name: helperName(request, mandate, t) })
            : t('hand-over:card.waits')
        }
      >
        <p>{t('hand-over:card.line', { matter, when })}</p>
      </Notice>
      <DeedTrouble state={state} />
      <BigButton look="plain" icon="people" href={`${base}/draft/${request.id}/hand-over`}>
        {mandate ? t('hand-over:card.see') : t('hand-over:card.code')}
      </BigButton>
      <BigButton look="quiet" busy={state.at === 'keeping'} onPress={() => void takeBack()}>
        {t('hand-over:card.take_back')}
      </BigButton>
    </section>
  );
}
