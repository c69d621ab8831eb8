/** One request: where it stands, its number, what was done, what was told, and what the resident can do now. */
import { useDeps } from '#app/deps.ts';
import { Page } from '#app/frame/Page.tsx';
import { useLanguage, useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { NumberOut } from '#app/parts/NumberOut.tsx';
import type { Answerable } from '#domain/request/action.ts';
import type { Request } from '#domain/request/request.ts';
import type { Photo } from '#domain/answers/answer.ts';
import { inLanguage } from '#domain/words.ts';
import { PrintSlip } from './PrintSlip.tsx';
import { dayOf } from '#app/say.ts';
import { InMyName } from './InMyName.tsx';
import { LaterWords } from './LaterWords.tsx';
import { HelperActs } from '../helping/HelperActs.tsx';
import { RequestActs } from './RequestActs.tsx';
import { RequestAnswers } from './RequestAnswers.tsx';
import { RequestTrail } from './RequestTrail.tsx';
import { StateNotices } from './StateNotices.tsx';
import { WithRequest } from './WithRequest.tsx';
import { usePhotoUrls } from './use-photo-urls.ts';
import type { Found } from './use-shown-request.ts';

export function RequestScreen({ id }: { readonly id: string }) {
  const t = useT();
  return (
    <WithRequest id={id} title={t('request:title')}>
      {(found) => <RequestHere {...found} />}
    </WithRequest>
  );
}

function RequestHere(found: Found) {
  const { shown, matter, office, now, elder } = found;
  const t = useT();
  const language = useLanguage();
  const { base, person } = useDeps();
  const { request } = shown;
  const urls = usePhotoUrls(photosOf(request));
  const context = { t, language, now, office, kiosk: base === '/kiosk', reader: person, elder };

  return (
    <Page
      title={matter ? inLanguage(matter.title, language) : t('request:title')}
      step={elder === undefined ? undefined : t('family:group.of', { name: elder })}
      back="/requests"
      // Before anybody answers for it, the office's telephone at the top is the one to call.
      bottom={request.answerable && <CallAnswerable answerable={request.answerable} />}
    >
      <StateNotices shown={shown} context={context} />
      {request.number !== undefined && (
        <div>
          <NumberOut
            label={t('request:number.label')}
            number={request.number}
            spoken={request.number.split('').join(' ')}
          />
          <p>{t('request:number.hint')}</p>
        </div>
      )}
      {request.due?.calendar === 'guessed' && (request.status === 'open' || request.status === 'taken') && (
        <p>{t('request:guessed')}</p>
      )}
      {elder === undefined && <InMyName request={request} now={now} />}
      {elder === undefined ? (
        <RequestActs shown={shown} />
      ) : (
        <HelperActs request={shown.request} elder={elder} now={now} />
      )}
      <PrintSlip {...found} />
      <h2>{t('request:trail.title')}</h2>
      <RequestTrail request={request} context={context} urls={urls} />
      {matter && request.status !== 'draft' && (
        <>
          <h2>{t('request:answers.title')}</h2>
          <RequestAnswers request={request} matter={matter} office={office} urls={urls} now={now} />
          {request.later && request.later.length > 0 && (
            <LaterWords later={request.later} matter={matter} context={{ ...context, today: dayOf(now) }} />
          )}
        </>
      )}
    </Page>
  );
}

/** A person by name; on a shared machine, which cannot telephone, the screen with the number. */
function CallAnswerable({ answerable: { name, telephone } }: { readonly answerable: Answerable }) {
  const t = useT();
  const { base } = useDeps();
  return (
    <BigButton look="plain" icon="phone" href={base === '/kiosk' ? `${base}/help` : `tel:${telephone}`}>
      {t('request:act.call', { name })}
    </BigButton>
  );
}

function photosOf(request: Request): readonly Photo[] {
  const answered = Object.values(request.answers).flatMap((answer) =>
    answer.type === 'photos' ? answer.photos : [],
  );
  return [...answered, ...request.trail.flatMap((line) => line.photos ?? [])];
}
