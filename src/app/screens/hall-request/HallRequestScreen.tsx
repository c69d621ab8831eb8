/** One request as the worker sees it: what was asked, what was done, what can be done next. */
import { sayAnswer } from '#app/answer-words.ts';
import { useHall } from '#app/hall/hall-context.ts';
import { QUEUE_PATH } from '#app/hall/hall-place.ts';
import { maskName } from '#app/hall/mask.ts';
import { residentName } from '#app/hall/resident-of.ts';
import { useServiceNow } from '#app/hall/use-service-now.ts';
import { useLanguage, useT } from '#app/i18n.ts';
import { Icon } from '#app/parts/Icon.tsx';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { ScreenTitle } from '#app/parts/ScreenTitle.tsx';
import { inLanguage } from '#domain/words.ts';
import { HallActs } from './HallActs.tsx';
import { HallAnswers } from './HallAnswers.tsx';
import { HallTrail } from './HallTrail.tsx';
import { RefusedNotice } from './RefusedNotice.tsx';
import { RequestFacts } from './RequestFacts.tsx';
import { ResidentLinks } from './ResidentLinks.tsx';
import { useActs } from './use-acts.ts';
import { useGoingOn } from './use-going-on.ts';
import { useHallRequest, type HallRequest } from './use-hall-request.ts';
import './hall-request.css';

export function HallRequestScreen({ id }: { readonly id: string }) {
  const t = useT();
  const found = useHallRequest(id);
  return (
    <article class="hall-request">
      <a class="hall-button hall-back" href={QUEUE_PATH}>
        <Icon name="back" />
        {t('hall-request:back')}
      </a>
      {found === undefined && <p>{t('common:loading')}</p>}
      {found === 'missing' && (
        <>
          <ScreenTitle title={t('hall-request:missing.title')}>{t('hall-request:missing.title')}</ScreenTitle>
          <p>{t('hall-request:missing.line')}</p>
        </>
      )}
      {typeof found === 'object' && <Request found={found} />}
    </article>
  );
}

function Request({ found }: { readonly found: HallRequest }) {
  const t = useT();
  const language = useLanguage();
  const { settings } = useHall();
  const now = useServiceNow();
  const acts = useActs(found);
  const { shown, matter, office } = found;
  const { request } = shown;
  const goingOn = useGoingOn(found);
  const paper = request.mandate ?? request.draft?.offer;
  const name = residentName(matter, request.answers) ?? paper?.residentName;
  const shownName = name && (settings.masked ? maskName(name) : name);
  const title = t('hall-request:title', {
    name: shownName ?? t('queue:card.nameless'),
    matter: matter ? inLanguage(matter.title, language) : t('queue:card.matter_later'),
  });
  const saying = { t, language, now, office };

  return (
    <>
      <ScreenTitle title={title}>{title}</ScreenTitle>
      {shown.refused.map((step) => (
        <RefusedNotice key={step.actionId} step={step} reuse={acts.reuse(step)} mend={goingOn.mendOf(step)} />
      ))}
      <RequestFacts found={found} saying={saying} />
      {goingOn.goOn && (
        <BigButton look="main" icon="people" onPress={goingOn.goOn}>
          {t('hall-request:go_on')}
        </BigButton>
      )}
      {!matter && <Notice tone="sun" icon="info" title={t('hall-request:answers.later')} />}
      <HallAnswers
        request={request}
        matter={matter}
        say={(field, answer) => sayAnswer(field, answer, { t, language, office, masked: settings.masked })}
      />
      <HallActs found={found} acts={acts} />
      <ResidentLinks residentId={request.residentId} />
      <HallTrail request={request} saying={saying} />
    </>
  );
}
