/** What a matter is, what it needs, who answers for it and what becomes of the data: all before the first question. */
import { useDeps } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import { Opening } from '#app/frame/Lost.tsx';
import { Page } from '#app/frame/Page.tsx';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { useWords } from '#app/use-words.ts';
import type { Matter } from '#domain/matter/matter.ts';
import { OtherWays } from './OtherWays.tsx';
import { Privacy } from './Privacy.tsx';
import { useMatter } from './use-matter.ts';
import { WhoAndWhen } from './WhoAndWhen.tsx';
import './matter.css';

export function MatterScreen({ id }: { readonly id: string }) {
  const t = useT();
  const words = useWords();
  const { base } = useDeps();
  const { state, draft, kept, begin } = useMatter(id);

  if (state.at === 'loading') return <Opening />;
  if (state.at === 'gone') {
    return (
      <Page title={t('matter:gone.title')} back="/">
        <p>{t('matter:gone.line')}</p>
      </Page>
    );
  }

  const { matter } = state;
  const start = { busy: kept === 'keeping', onPress: () => void begin(matter) };
  return (
    <Page
      title={words(matter.title)}
      back={matter.home === undefined ? '/more' : '/'}
      bottom={
        draft ? (
          <BigButton look="main" href={`${base}/draft/${draft.id}/${draft.place}`}>
            {t('matter:resume')}
          </BigButton>
        ) : (
          <BigButton look="main" {...start}>
            {t('matter:start')}
          </BigButton>
        )
      }
    >
      {kept === 'not-kept' && <Notice tone="clay" icon="warn" title={t('matter:not_kept')} live />}
      <p class="matter-about">{words(matter.about)}</p>
      {matter.notFor && <p>{words(matter.notFor)}</p>}
      <p>{t('matter:minutes', { number: matter.minutes })}</p>
      <Materials matter={matter} />
      <WhoAndWhen matter={matter} />
      <Privacy matter={matter} />
      <OtherWays matter={matter} />
      {draft && (
        <BigButton look="quiet" {...start}>
          {t('matter:anew')}
        </BigButton>
      )}
    </Page>
  );
}

function Materials({ matter }: { readonly matter: Matter }) {
  const t = useT();
  const words = useWords();
  return (
    <section class="matter-part">
      <h2>{t('matter:materials')}</h2>
      {matter.materials.length === 0 ? (
        <p>{t('matter:materials.none')}</p>
      ) : (
        <ul>
          {matter.materials.map(({ what, later }) => (
            <li key={what['zh-CN']}>
              {words(what)}
              {later && <span class="matter-later"> {t('matter:materials.later')}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
