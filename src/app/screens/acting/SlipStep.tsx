/**
 * The slip (凭条) to take home: number, matter, who answers, by when, telephone. Until the office has the
 * request it says so, and shows no number that nobody knows yet. Printed on A6 or an 80 mm roll.
 */
import { useLanguage, useT } from '#app/i18n.ts';
import { useHallRequest } from '#app/screens/hall-request/use-hall-request.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { NumberOut } from '#app/parts/NumberOut.tsx';
import { ScreenTitle } from '#app/parts/ScreenTitle.tsx';
import { useServiceNow } from '#app/hall/use-service-now.ts';
import { sayDue } from '#app/say.ts';
import { sayRefusal } from '#app/screens/request/say-refusal.ts';
import { useWords } from '#app/use-words.ts';
import type { Matter } from '#domain/matter/matter.ts';
import './slip.css';

type Props = { readonly id: string; readonly matter: Matter; readonly name: string };

export function SlipStep({ id, matter, name }: Props) {
  const t = useT();
  const words = useWords();
  const language = useLanguage();
  const now = useServiceNow();
  const found = useHallRequest(id);
  if (typeof found !== 'object') return <p>{t('common:loading')}</p>;

  const { shown, office } = found;
  const { request, where } = shown;
  const refused = shown.refused[0];
  const title = t(`acting:slip.${where}`);
  const telephone = request.answerable?.telephone ?? office?.telephone;
  return (
    <>
      <ScreenTitle key={where} title={t('acting:slip')}>
        {title}
      </ScreenTitle>
      {where === 'device' && (
        <Notice tone="sun" icon="phone-tick" title={t('acting:slip.waits')}>
          <p>{t('acting:slip.waits_line')}</p>
        </Notice>
      )}
      {refused && (
        <Notice tone="clay" icon="warn" title={t('acting:refused')}>
          <p>{sayRefusal(refused.refused, t)}</p>
        </Notice>
      )}
      {where !== 'refused' && (
        <section class="slip" aria-label={t('acting:slip')}>
          <p class="slip-office">{office && words(office.name)}</p>
          <p class="slip-name">{t('acting:slip.for', { name, matter: words(matter.title) })}</p>
          {request.number === undefined ? (
            <p>{t('acting:slip.no_number')}</p>
          ) : (
            <NumberOut
              label={t('acting:slip.number')}
              number={request.number}
              spoken={request.number.split('').join(' ')}
            />
          )}
          {request.answerable && <p>{t('acting:slip.answers', { name: request.answerable.name })}</p>}
          {request.due && <p>{t('acting:slip.due', { due: sayDue(request.due, { t, language, now }) })}</p>}
          {telephone !== undefined && <p>{t('acting:slip.call', { telephone })}</p>}
          <p>{t('acting:slip.yours')}</p>
        </section>
      )}
      {where !== 'refused' && (
        <BigButton look="main" onPress={() => window.print()}>
          {t('acting:slip.print')}
        </BigButton>
      )}
    </>
  );
}
