/** All my requests, newest first: those going on, then those that ended, each with where it stands. */
import { useDeps } from '#app/deps.ts';
import { Page } from '#app/frame/Page.tsx';
import { useLanguage, useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Tile } from '#app/parts/Tile.tsx';
import type { WordsContext } from '#app/request-words.ts';
import { RequestTiles } from './RequestTiles.tsx';
import { useRequests, type NamedRequest } from './use-requests.ts';

export function RequestsScreen() {
  const t = useT();
  const language = useLanguage();
  const { base } = useDeps();
  const all = useRequests();
  const home = base || '/';
  const isEmpty = all && all.going.length + all.ended.length + all.others.length === 0;

  return (
    <Page
      title={t('requests:title')}
      back="/"
      bottom={
        isEmpty ? (
          <BigButton look="main" href={home}>
            {t('requests:empty.start')}
          </BigButton>
        ) : undefined
      }
    >
      {!all && <p aria-live="polite">{t('common:loading')}</p>}
      {isEmpty && <p>{t('requests:empty.line')}</p>}
      {all && (
        <>
          <Group
            title={t('requests:going')}
            requests={all.going}
            context={{ t, language, now: all.now, office: all.office }}
          />
          <Group
            title={t('requests:ended')}
            requests={all.ended}
            context={{ t, language, now: all.now, office: all.office }}
          />
          {all.others.map(({ elder, requests }) => (
            <Group
              key={elder}
              title={t('family:group.of', { name: elder })}
              requests={requests}
              context={{ t, language, now: all.now, office: all.office, elder }}
            />
          ))}
        </>
      )}
      {all && (
        <Tile icon="search" title={t('home:lookup')} line={t('home:lookup.line')} href={`${base}/lookup`} />
      )}
    </Page>
  );
}

type GroupProps = {
  readonly title: string;
  readonly requests: readonly NamedRequest[];
  readonly context: WordsContext;
};

function Group({ title, requests, context }: GroupProps) {
  if (requests.length === 0) return null;
  return (
    <section class="stack" aria-label={title}>
      <h2>{title}</h2>
      <RequestTiles requests={requests} context={context} />
    </section>
  );
}
