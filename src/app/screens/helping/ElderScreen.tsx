/** Somebody whom I help: what I may do, begin a matter, go on with a draft, see the requests, and stop. */
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { Opening } from '#app/frame/Lost.tsx';
import { Page } from '#app/frame/Page.tsx';
import { useLanguage, useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { Tile } from '#app/parts/Tile.tsx';
import { Tiles } from '#app/parts/Tiles.tsx';
import { sayWhen } from '#app/say.ts';
import { useWords } from '#app/use-words.ts';
import { endLink } from '../family/link-calls.ts';
import { sayScopes } from '../family/link-words.ts';
import { useLinks } from '../family/use-links.ts';
import { RequestTiles } from '../requests/RequestTiles.tsx';
import { useElder, type Elder } from './use-elder.ts';

export function ElderScreen({ link: linkId }: { readonly link: string }) {
  const t = useT();
  const elder = useElder(linkId);
  if (elder === undefined) return <Opening />;
  if (elder === 'missing')
    return (
      <Page title={t('family:elder.over')} back="/family">
        <p>{t('common:not_found')}</p>
      </Page>
    );
  return <Here elder={elder} />;
}

function Here({ elder }: { readonly elder: Elder }) {
  const t = useT();
  const language = useLanguage();
  const words = useWords();
  const { link, called: name, alive, matters, now } = elder;

  return (
    <Page title={t('family:helping.title', { name })} back="/family">
      {alive ? (
        <p>{t('family:elder.may', { name, scopes: sayScopes(link.scopes, t, language) })}</p>
      ) : (
        <Notice tone="clay" icon="info" title={t('family:elder.over')}>
          <p>{t('family:elder.over_line', { name })}</p>
        </Notice>
      )}
      <Drafts elder={elder} />
      {elder.requests.length > 0 && (
        <section class="stack" aria-label={t('family:elder.requests', { name })}>
          <h2>{t('family:elder.requests', { name })}</h2>
          {!link.scopes.includes('see') && <p>{t('family:elder.see_own')}</p>}
          <RequestTiles
            requests={elder.requests}
            context={{ t, language, now, office: elder.office, elder: link.elderName }}
          />
        </section>
      )}
      {alive && (
        <>
          <section class="stack" aria-label={t('family:elder.new', { name })}>
            <h2>{t('family:elder.new', { name })}</h2>
            {matters.length === 0 && <p>{t('family:elder.nothing', { name })}</p>}
            <Tiles>
              {matters.map((matter) => (
                <Tile
                  key={matter.id}
                  icon={matter.icon}
                  title={words(matter.title)}
                  line={words(matter.line)}
                  href={`/helping/${link.id}/matter/${matter.id}`}
                />
              ))}
            </Tiles>
            {matters.length > 0 && elder.someNot && <p>{t('family:elder.some')}</p>}
          </section>
          <Stop elder={elder} />
        </>
      )}
    </Page>
  );
}

function Drafts({ elder: { drafts, called: name, now } }: { readonly elder: Elder }) {
  const t = useT();
  const language = useLanguage();
  const words = useWords();
  if (drafts.length === 0) return null;
  return (
    <section class="stack" aria-label={t('family:elder.drafts', { name })}>
      <h2>{t('family:elder.drafts', { name })}</h2>
      <Tiles>
        {drafts.map(({ id, matter, place, changedAt }) => (
          <Tile
            key={id}
            icon="pen"
            title={words(matter.title)}
            line={sayWhen(changedAt, { t, language, now })}
            href={`/draft/${id}/${place}`}
          />
        ))}
      </Tiles>
    </section>
  );
}

function Stop({ elder: { link, called: name } }: { readonly elder: Elder }) {
  const t = useT();
  const { call } = useDeps();
  const { route } = useLocation();
  const { refresh } = useLinks();
  const [state, setState] = useState<'not-asked' | 'asked' | 'working' | 'no-line'>('not-asked');

  async function stop(): Promise<void> {
    setState('working');
    if ((await endLink(call, link.id)) && (await refresh())) route('/family', true);
    else setState('no-line');
  }

  if (state === 'not-asked')
    return (
      <BigButton look="quiet" onPress={() => setState('asked')}>
        {t('family:elder.stop', { name })}
      </BigButton>
    );
  return (
    <section class="stack" aria-label={t('family:elder.stop', { name })}>
      <p aria-live="polite">{t('family:elder.stop_means', { name })}</p>
      <div role="alert">
        {state === 'no-line' && <Notice tone="clay" icon="warn" title={t('family:trouble.stop')} />}
      </div>
      <BigButton look="warn" busy={state === 'working'} onPress={() => void stop()}>
        {t('family:elder.stop_yes')}
      </BigButton>
      <BigButton look="plain" onPress={() => setState('not-asked')}>
        {t('family:elder.stop_no')}
      </BigButton>
    </section>
  );
}
