/** Who runs this, under which filing number (GOV-6), who answers for the data, and what is kept where and how long. */
import { useDeps } from '#app/deps.ts';
import { homePath } from '#app/home-path.ts';
import { Page } from '#app/frame/Page.tsx';
import { useOffice } from '#app/frame/use-office.ts';
import { useT } from '#app/i18n.ts';
import { AnswerList } from '#app/parts/AnswerList.tsx';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { useWords } from '#app/use-words.ts';
import type { Office } from '#domain/office/office.ts';
import './about.css';

export function AboutScreen() {
  const t = useT();
  const { base } = useDeps();
  const office = useOffice();
  return (
    <Page
      title={t('about:title')}
      back="/"
      bottom={
        <BigButton look="main" href={homePath(base)}>
          {t('common:home')}
        </BigButton>
      }
    >
      <p>{t('about:what')}</p>
      {office ? <WhoRunsIt office={office} /> : <p>{t('about:not_known')}</p>}
      <h2>{t('about:data')}</h2>
      <ul class="about-list">
        <li>{base === '/kiosk' ? t('about:data.kiosk') : t('about:data.phone')}</li>
        <li>{t('about:data.office')}</li>
        <li>{t('about:data.how_long')}</li>
        <li>{t('about:data.rights')}</li>
      </ul>
      <h2>{t('about:app')}</h2>
      <AnswerList
        rows={[
          { id: 'version', label: t('about:version'), value: __APP_VERSION__ },
          { id: 'licence', label: t('about:licence'), value: t('about:licence_line') },
        ]}
      />
    </Page>
  );
}

function WhoRunsIt({ office }: { readonly office: Office }) {
  const t = useT();
  const words = useWords();
  const { base } = useDeps();
  const { name, filing, dataContact } = office.operator;
  const telephone = dataContact.telephone;
  return (
    <>
      {office.mode === 'demo' && (
        <Notice tone="sky" icon="info" title={t('about:demo')}>
          {t('about:demo_line')}
        </Notice>
      )}
      <AnswerList
        rows={[
          { id: 'office', label: t('about:office'), value: words(office.name) },
          { id: 'operator', label: t('about:operator'), value: words(name) },
          { id: 'filing', label: t('about:filing'), value: filing },
          { id: 'contact', label: t('about:contact'), value: words(dataContact.name) },
          {
            id: 'contact-phone',
            label: t('about:contact_phone'),
            value: base === '/kiosk' ? telephone : <a href={`tel:${telephone}`}>{telephone}</a>,
          },
        ]}
      />
    </>
  );
}
