/** All my requests, newest first: those going on, then those that ended, each with where it stands. */
import { useDeps } from '#app/deps.ts';
import { Page } from '#app/frame/Page.tsx';
import { useLanguage, useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Tag } from '#app/parts/Tag.tsx';
import { Tile } from '#app/parts/Tile.tsx';
import { Tiles } from '#app/parts/Tiles.tsx';
import { sayState, type WordsContext } from '#app/request-words.ts';
import { sayDay } from '#app/say.ts';
import { inLanguage } from '#domain/words.ts';
import { useRequests, type NamedRequest } from './use-requests.ts';

export function RequestsScreen() {
  const t = useT();
  const language = useLanguage();
  const { base } = useDeps();
  const all = useRequests();
  const home = base || '/';
  const isEmpty = all && all.going.length + all.ended.length === 0;

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
        </>
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
  const { base } = useDeps();
  if (requests.length === 0) return null;
  return (
    <section class="stack" aria-label={title}>
      <h2>{title}</h2>
      <Tiles>
        {requests.map(({ shown, matter }) => {
          const { tone, title: state } = sayState(shown, context);
          const { request } = shown;
          return (
            <Tile
              key={request.id}
              icon={matter?.icon ?? 'list'}
              href={`${base}/request/${request.id}`}
              title={matter ? inLanguage(matter.title, context.language) : context.t('request:title')}
              line={
                <>
                  <Tag tone={tone}>{state}</Tag>{' '}
                  {context.t('requests:sent_on', {
                    day: sayDay(request.trail[0]?.at ?? request.changedAt, context),
                  })}
                </>
              }
            />
          );
        })}
      </Tiles>
    </section>
  );
}
