/**
 * A person's help without a network: the telephone in large digits, the window, a visit at home, and the
 * emergency lines. From a question also: take what is filled in to the hall.
 */
import { useLocation } from 'preact-iso';
import { useDeps } from '#app/deps.ts';
import { homePath } from '#app/home-path.ts';
import { Page } from '#app/frame/Page.tsx';
import { useOffice } from '#app/frame/use-office.ts';
import { useT } from '#app/i18n.ts';
import { AnswerList } from '#app/parts/AnswerList.tsx';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Tile } from '#app/parts/Tile.tsx';
import { useWords } from '#app/use-words.ts';
import { EmergencyLines } from '../home/EmergencyLines.tsx';
import './help.css';

export function HelpScreen() {
  const t = useT();
  const words = useWords();
  const { base } = useDeps();
  const office = useOffice();
  // Only what a screen of ours puts there: a draft's id and a question's.
  const { draft, place } = useLocation().query;
  const question = draft !== undefined && /^[0-9a-f]{32}$/u.test(draft) ? `/draft/${draft}` : undefined;
  const phone = base === '/kiosk' ? undefined : office?.telephone;

  return (
    <Page
      title={t('help:title')}
      back={question === undefined ? '/' : `${question}/${place ?? 'check'}`}
      bottom={
        phone === undefined ? (
          <BigButton look="main" href={homePath(base)}>
            {t('common:home')}
          </BigButton>
        ) : (
          <BigButton look="main" icon="phone" href={`tel:${phone}`}>
            {t('help:call')}
          </BigButton>
        )
      }
    >
      {question !== undefined && (
        <Tile
          icon="people"
          title={t('help:hand_over')}
          line={t('help:hand_over.line')}
          href={`${base}${question}/hand-over`}
        />
      )}
      {office ? (
        <>
          <p class="help-number">
            <span>{t('help:number')}</span> <strong>{office.telephone}</strong>
          </p>
          <p>{t('help:say_number')}</p>
          <AnswerList
            rows={[
              { id: 'window', label: t('help:window'), value: words(office.address) },
              { id: 'hours', label: t('help:hours'), value: words(office.hours) },
              { id: 'visit', label: t('help:visit'), value: t('help:visit_line') },
            ]}
          />
        </>
      ) : (
        <p>{t('help:not_known')}</p>
      )}
      <Tile icon="search" title={t('home:lookup')} line={t('home:lookup.line')} href={`${base}/lookup`} />
      <EmergencyLines />
    </Page>
  );
}
