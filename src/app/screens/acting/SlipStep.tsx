/**
 * The slip, shown and printed once the request is filed. Until the office has the request it says so, and
 * shows no number that nobody knows yet.
 */
import { useHall } from '#app/hall/hall-context.ts';
import { maskName } from '#app/hall/mask.ts';
import { useServiceNow } from '#app/hall/use-service-now.ts';
import { useLanguage, useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { ScreenTitle } from '#app/parts/ScreenTitle.tsx';
import { sayDue } from '#app/say.ts';
import { useHallRequest } from '#app/screens/hall-request/use-hall-request.ts';
import { sayRefusal } from '#app/screens/request/say-refusal.ts';
import { PaperSlip } from '#app/slip/PaperSlip.tsx';
import { Slip, type SlipWords } from '#app/slip/Slip.tsx';
import { useWords } from '#app/use-words.ts';
import type { Matter } from '#domain/matter/matter.ts';
import { PAPERS } from '#storage/hall-settings.ts';

type Props = { readonly id: string; readonly matter: Matter; readonly name: string };

export function SlipStep({ id, matter, name }: Props) {
  const t = useT();
  const words = useWords();
  const language = useLanguage();
  const now = useServiceNow();
  const { settings, change } = useHall();
  const found = useHallRequest(id);
  if (typeof found !== 'object') return <p>{t('common:loading')}</p>;

  const { shown, office } = found;
  const { request, where } = shown;
  const { number, answerable, due } = request;
  const refused = shown.refused[0];
  const telephone = answerable?.telephone ?? office?.telephone;
  const slip: SlipWords = {
    label: t('acting:slip'),
    office: office && words(office.name),
    title: t('acting:slip.for', { name: maskName(name), matter: words(matter.title) }),
    numberLabel: t('acting:slip.number'),
    number,
    lines: [
      number === undefined && t('acting:slip.no_number'),
      answerable && t('acting:slip.answers', { name: answerable.name }),
      due && t('acting:slip.due', { due: sayDue(due, { t, language, now }) }),
      telephone !== undefined && t('acting:slip.call', { telephone }),
      t('acting:slip.yours'),
    ].filter((line) => typeof line === 'string'),
  };
  return (
    <>
      <ScreenTitle key={where} title={t('acting:slip')}>
        {t(`acting:slip.${where}`)}
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
        <>
          <Slip {...slip} />
          <PaperSlip paper={settings.paper} words={slip} />
          <div class="slip-papers" role="group" aria-label={t('hall-settings:paper')}>
            {PAPERS.map((paper) => (
              <button
                key={paper}
                type="button"
                class="hall-button"
                aria-pressed={settings.paper === paper}
                onClick={() => change({ paper })}
              >
                {t(`hall-settings:paper.${paper}`)}
              </button>
            ))}
          </div>
          <BigButton look="main" onPress={() => window.print()}>
            {t('acting:slip.print')}
          </BigButton>
        </>
      )}
    </>
  );
}
