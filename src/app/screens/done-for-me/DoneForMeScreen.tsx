/** Everything that anybody did in this person's name, over all requests, newest first; and who may still act. */
import { useDeps } from '#app/deps.ts';
import { Page } from '#app/frame/Page.tsx';
import { isHeldNow } from '#app/helper-name.ts';
import { useLanguage, useT } from '#app/i18n.ts';
import { inLanguage } from '#domain/words.ts';
import { doneInName } from '#domain/request/may-object.ts';
import { useRequests } from '../requests/use-requests.ts';
import { DeedItem } from './DeedItem.tsx';
import { deedOf } from './deed-words.ts';
import { HeldMandate } from './HeldMandate.tsx';
import './done-for-me.css';

export function DoneForMeScreen() {
  const t = useT();
  const language = useLanguage();
  const { person } = useDeps();
  const all = useRequests();
  const named = all ? [...all.going, ...all.ended] : [];
  const saying = { t, language, now: all?.now ?? 0 };
  const deeds = named
    .flatMap(({ shown: { request }, matter }) => {
      const title = matter ? inLanguage(matter.title, language) : t('home:request.unknown');
      return doneInName(request).map((line) => ({
        requestId: request.id,
        deed: deedOf(request, line, title, person, saying),
      }));
    })
    .sort((one, other) => other.deed.line.at - one.deed.line.at);
  const held = named.filter(({ shown: { request } }) => isHeldNow(request, saying.now));

  return (
    <Page title={t('done-for-me:title')} back="/">
      {!all && <p aria-live="polite">{t('common:loading')}</p>}
      {all && deeds.length === 0 && <p>{t('done-for-me:none')}</p>}
      {held.map(({ shown: { request } }) => (
        <HeldMandate key={request.id} request={request} now={saying.now} />
      ))}
      {deeds.length > 0 && (
        <>
          <p>{t('done-for-me:line')}</p>
          <ul class="done-list">
            {deeds.map(({ requestId, deed }) => (
              <DeedItem key={deed.line.id} deed={deed} requestId={requestId} />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
