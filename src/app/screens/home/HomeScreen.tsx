/**
 * The first screen: what can be asked for, what is half written, where one's requests stand, whom to call.
 *
 * It must stay light: no question, no photo, no whole catalogue is imported here.
 */
import { useDeps } from '#app/deps.ts';
import { homePath } from '#app/home-path.ts';
import { useT } from '#app/i18n.ts';
import { Page } from '#app/frame/Page.tsx';
import { UpdateOffer } from '#app/frame/UpdateOffer.tsx';
import { useOffice } from '#app/frame/use-office.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Tile } from '#app/parts/Tile.tsx';
import { Tiles } from '#app/parts/Tiles.tsx';
import { DraftCard } from './DraftCard.tsx';
import { EmergencyLines } from './EmergencyLines.tsx';
import { useHome } from './use-home.ts';
import { useWords } from '#app/use-words.ts';
import './home.css';

export function HomeScreen() {
  const t = useT();
  const { base } = useDeps();
  const office = useOffice();
  const words = useWords();
  const { tiles, others, draft, helped, requests, titleOf } = useHome();
  const nameOf = (matterId: string) => {
    const title = titleOf(matterId);
    return title ? words(title) : t('home:request.unknown');
  };
  // A shared machine cannot telephone: there the help screen says the number.
  const call = base !== '/kiosk' && office ? `tel:${office.telephone}` : `${base}/help`;

  return (
    <Page
      key={homePath(base)}
      title={t('home:title')}
      bottom={
        <BigButton look="plain" icon="phone" href={call}>
          {t('home:call')}
        </BigButton>
      }
    >
      {requests.at !== 'looking' && (
        <>
          <UpdateOffer />
          {draft && <DraftCard draft={draft} />}
          {requests.at === 'some' && <requests.Cards first={requests.first} nameOf={nameOf} />}
          <Tiles>
            {tiles.map((tile) => (
              <Tile
                key={tile.id}
                icon={tile.icon}
                title={words(tile.title)}
                line={words(tile.line)}
                href={`${base}/matter/${tile.id}`}
              />
            ))}
            {others > 0 && (
              <Tile
                icon="more"
                title={t('home:more.title')}
                line={t('home:more.line', { number: others })}
                href={`${base}/more`}
              />
            )}
            {helped.map(({ link, called }) => (
              <Tile
                key={link.id}
                icon="people"
                title={t('home:helping', { name: called })}
                line={t('home:helping.line')}
                href={`/helping/${link.id}`}
              />
            ))}
            {base === '/kiosk' && (
              <Tile
                icon="search"
                title={t('home:lookup')}
                line={t('home:lookup.line')}
                href={`${base}/lookup`}
              />
            )}
          </Tiles>
          <EmergencyLines />
          <nav class="home-links">
            <a href={`${base}/requests`}>{t('home:requests.mine')}</a>
            {requests.at === 'some' && <requests.DoneLink first={requests.first} />}
            {base === '' && <a href="/family">{t('home:family')}</a>}
            <a href={`${base}/settings`}>{t('home:settings')}</a>
            <a href={`${base}/about`}>{t('home:about')}</a>
          </nav>
        </>
      )}
    </Page>
  );
}
