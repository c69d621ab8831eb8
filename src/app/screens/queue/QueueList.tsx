/** Tabs, search and cards. Only a window of the cards is drawn, so that hundreds stay quick. */
import { useLocation } from 'preact-iso';
import { useDeps } from '#app/deps.ts';
import { useHall } from '#app/hall/hall-context.ts';
import { HALL_HELP_PATH, requestPath } from '#app/hall/hall-place.ts';
import { useDeed } from '#app/hall/use-deed.ts';
import { useLanguage, useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { FilterTabs } from '#app/parts/FilterTabs.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { QueueCard } from '#app/parts/QueueCard.tsx';
import { ScreenTitle } from '#app/parts/ScreenTitle.tsx';
import { cardTitle } from './card-words.ts';
import { QueueKeys } from './QueueKeys.tsx';
import { queueTabs, type QueueTab } from './queue-lists.ts';
import { SearchBox } from './SearchBox.tsx';
import { useCardWords } from './use-card-words.ts';
import { useQueue } from './use-queue.ts';
import { useQueueKeys } from './use-queue-keys.ts';

export function QueueList({ openId }: { readonly openId: string | undefined }) {
  const t = useT();
  const language = useLanguage();
  const { officeId, person } = useDeps();
  const { settings } = useHall();
  const { route } = useLocation();
  const queue = useQueue();
  const deed = useDeed();
  const { list, searchBox, toFirst } = useQueueKeys({
    openId,
    // Taken from the queue, it opens: a card that leaves the list would leave the keyboard nowhere.
    take: (id) =>
      void deed.act({ kind: 'take', requestId: id, officeId }).then(() => {
        if (id !== openId) route(requestPath(id));
      }),
  });

  const { now, office, colleagues, tab, searching } = queue;
  const context = { t, language, now, office, colleagues, workerId: person.id, masked: settings.masked };
  const wordsOf = useCardWords(context);
  const count = queue.list?.length ?? 0;
  const tabName = t(`queue:tab.${tab}`);
  const nothing = searching ? t('queue:search.none') : t(`queue:empty.${tab}`);

  return (
    <section class="hall-list" ref={list} aria-label={t('queue:title')}>
      {openId === undefined ? (
        <ScreenTitle title={t('queue:title')}>{t('queue:title')}</ScreenTitle>
      ) : (
        <h2 class="hall-list-title">{t('queue:title')}</h2>
      )}
      <BigButton look="main" icon="people" href={HALL_HELP_PATH}>
        {t('queue:help')}
      </BigButton>
      <FilterTabs
        label={t('queue:tabs.label')}
        tabs={queueTabs(person.role).map((id) => ({
          id,
          label: t(`queue:tab.${id}`),
          count: queue.counts[id],
        }))}
        chosen={searching ? '' : tab}
        onChoose={(id) => queue.choose(id as QueueTab)} // the ids are those of the line above
      />
      <SearchBox box={searchBox} typed={queue.typed} onType={queue.type} onDown={toFirst} />
      <p class="hall-found" role="status">
        {searching && t('queue:search.found', { count })}
      </p>
      {settings.shortcuts && <QueueKeys />}
      {queue.needing.length > 0 && (
        <Notice tone="clay" icon="warn" title={t('queue:needs.title', { count: queue.needing.length })}>
          <ul class="hall-needs">
            {queue.needing.map((item) => (
              <li key={item.request.id}>
                <a href={requestPath(item.request.id)}>{cardTitle(item, context)}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {queue.list && count === 0 && <p class="hall-empty">{nothing}</p>}
      {count > 0 && (
        <ul
          class="hall-cards"
          aria-label={
            searching ? t('queue:list.found', { count }) : t('queue:list.label', { tab: tabName, count })
          }
        >
          {queue.cards.map((item) => (
            <li key={item.request.id} data-stop data-request={item.request.id}>
              <QueueCard
                href={requestPath(item.request.id)}
                {...wordsOf(item)}
                chosen={item.request.id === openId}
              />
            </li>
          ))}
        </ul>
      )}
      {queue.more > 0 && (
        <p data-stop>
          <button type="button" class="hall-button" onClick={queue.showMore}>
            {t('queue:more', { count: queue.more })}
          </button>
        </p>
      )}
    </section>
  );
}
