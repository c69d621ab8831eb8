/** Who may help me, each to be stopped by one tap; and whom I help. */
import { useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { Page } from '#app/frame/Page.tsx';
import { useLanguage, useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { Tile } from '#app/parts/Tile.tsx';
import { Tiles } from '#app/parts/Tiles.tsx';
import { sayDay } from '#app/say.ts';
import { ELDERS_MOST, type NamedLink } from '#domain/mandate/link.ts';
import { sayHelper, sayScopes } from './link-words.ts';
import { endLink } from './link-calls.ts';
import { useLinks, type MyLinks } from './use-links.ts';
import './family.css';

export function FamilyScreen() {
  const t = useT();
  const { links, refresh } = useLinks();
  return (
    <Page title={t('family:title')} back="/">
      <p>{t('family:line')}</p>
      {links ? (
        <>
          <WhoHelps links={links} refresh={refresh} />
          <WhomIHelp links={links} />
        </>
      ) : (
        <p aria-live="polite">{t('common:loading')}</p>
      )}
    </Page>
  );
}

type Props = { readonly links: MyLinks; readonly refresh: () => Promise<boolean> };

function WhoHelps({ links: { helpers, now }, refresh }: Props) {
  const t = useT();
  const { call } = useDeps();
  const [ending, setEnding] = useState<string>();
  const [told, setTold] = useState<{ readonly ended: boolean; readonly name: string }>();

  async function end(link: NamedLink): Promise<void> {
    if (ending !== undefined) return;
    setEnding(link.id);
    const ended = (await endLink(call, link.id)) && (await refresh());
    setTold({ ended, name: sayHelper(link, t) });
    setEnding(undefined);
  }

  return (
    <section class="stack" aria-label={t('family:mine')}>
      <h2>{t('family:mine')}</h2>
      <div role="status">
        {told && (
          <Notice
            tone={told.ended ? 'mint' : 'clay'}
            icon={told.ended ? 'tick' : 'warn'}
            title={told.ended ? t('family:mine.stopped', { name: told.name }) : t('family:trouble.stop')}
          />
        )}
      </div>
      {helpers.length === 0 && <p>{t('family:mine.none')}</p>}
      {helpers.map((link) => (
        <Helper key={link.id} link={link} now={now} busy={ending === link.id} onEnd={() => void end(link)} />
      ))}
      <BigButton look="plain" icon="plus" href="/family/new">
        {t('family:mine.add')}
      </BigButton>
    </section>
  );
}

type HelperProps = {
  readonly link: NamedLink;
  readonly now: number;
  readonly busy: boolean;
  readonly onEnd: () => void;
};

function Helper({ link, now, busy, onEnd }: HelperProps) {
  const t = useT();
  const language = useLanguage();
  const name = sayHelper(link, t);
  return (
    <div class="family-helper stack">
      <h3>{name}</h3>
      <p>{t('family:mine.may', { scopes: sayScopes(link.scopes, t, language) })}</p>
      <p>{t('family:mine.until', { day: sayDay(link.until, { t, language, now }) })}</p>
      <BigButton look="warn" busy={busy} onPress={onEnd}>
        {t('family:mine.stop', { name })}
      </BigButton>
    </div>
  );
}

function WhomIHelp({ links: { helped, now } }: Pick<Props, 'links'>) {
  const t = useT();
  const language = useLanguage();
  return (
    <section class="stack" aria-label={t('family:helping')}>
      <h2>{t('family:helping')}</h2>
      {helped.length === 0 ? (
        <p>{t('family:helping.none')}</p>
      ) : (
        <Tiles>
          {helped.map(({ link, called }) => (
            <Tile
              key={link.id}
              icon="people"
              title={t('family:helping.title', { name: called })}
              line={t('family:helping.until', { day: sayDay(link.until, { t, language, now }) })}
              href={`/helping/${link.id}`}
            />
          ))}
        </Tiles>
      )}
      {helped.length < ELDERS_MOST ? (
        <BigButton look="plain" icon="plus" href="/helping/new">
          {t('family:helping.add')}
        </BigButton>
      ) : (
        <p>{t('family:helping.most')}</p>
      )}
    </section>
  );
}
