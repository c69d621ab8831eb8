/** How the sending goes, from the outbox itself and the last time the service answered. */
import { useDeps } from '#app/deps.ts';
import { useSyncNews } from '#app/hall/use-sync-news.ts';
import { useLanguage, useT } from '#app/i18n.ts';
import { AnswerList } from '#app/parts/AnswerList.tsx';
import { BigButton } from '#app/parts/BigButton.tsx';
import { sayWhen } from '#app/say.ts';
import { useLive } from '#app/use-live.ts';
import { keptHere } from '#storage/kept-here.ts';

export function Health() {
  const t = useT();
  const language = useLanguage();
  const { db, now, nudgeSync } = useDeps();
  const news = useSyncNews();
  const kept = useLive(() => keptHere(db), [db]);
  const lastAt = news.lastDoneAt;
  return (
    <section aria-labelledby="hall-health">
      <h2 id="hall-health">{t('hall-settings:health')}</h2>
      {kept && (
        <AnswerList
          rows={[
            {
              id: 'unsent',
              label: t('hall-settings:health.unsent'),
              value: t('hall-settings:health.count', { count: kept.waiting + kept.photosWaiting }),
            },
            {
              id: 'refused',
              label: t('hall-settings:health.refused'),
              value: t('hall-settings:health.count', { count: kept.refused }),
            },
            {
              id: 'last',
              label: t('hall-settings:health.last'),
              value:
                lastAt === undefined
                  ? t('hall-settings:health.never')
                  : sayWhen(lastAt, { t, language, now: now() }),
            },
          ]}
        />
      )}
      <BigButton look="plain" icon="send" onPress={nudgeSync}>
        {t('hall-settings:health.send')}
      </BigButton>
    </section>
  );
}
