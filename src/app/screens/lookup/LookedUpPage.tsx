/** Where the request stands, who answers and by when, and each step that somebody took in the resident's name. */
import { useDeps } from '#app/deps.ts';
import { homePath } from '#app/home-path.ts';
import { Page } from '#app/frame/Page.tsx';
import { useLanguage, useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { NumberOut } from '#app/parts/NumberOut.tsx';
import { sayDue, sayWhen } from '#app/say.ts';
import { inLanguage } from '#domain/words.ts';
import type { DoneInName, LookedUp } from '#protocol/lookup.ts';
import '../done-for-me/done-for-me.css';

type Props = { readonly found: LookedUp; readonly begin: (step: DoneInName) => void };

export function LookedUpPage({ found, begin }: Props) {
  const t = useT();
  const language = useLanguage();
  const { base } = useDeps();
  const { status, answerable, due, now } = found;
  const saying = { t, language, now };
  const goesOn = status === 'open' || status === 'taken';
  const matter = inLanguage(found.title, language);
  return (
    <Page
      key="found"
      title={matter}
      back="/"
      bottom={
        <BigButton look="main" href={homePath(base)}>
          {t('lookup:done')}
        </BigButton>
      }
    >
      <NumberOut
        label={t('lookup:number')}
        number={found.number}
        spoken={t('lookup:number.spoken', { number: found.number.split('').join(' ') })}
      />
      {found.stopped ? (
        <Notice tone="clay" icon="warn" title={t('request:state.stopped_title')}>
          {t('request:state.stopped_line')}
        </Notice>
      ) : (
        <Notice tone="mint" icon="tick" title={t(`lookup:status.${status}`)}>
          {goesOn && due ? t('lookup:due', { due: sayDue(due, saying) }) : undefined}
        </Notice>
      )}
      {found.awaits && goesOn && <p>{t('lookup:awaits')}</p>}
      {answerable && <p>{t('lookup:answerable', answerable)}</p>}
      {found.done.length > 0 && (
        <section class="stack" aria-label={t('done-for-me:title')}>
          <h2>{t('done-for-me:title')}</h2>
          <ul class="done-list">
            {found.done.map((step) => (
              <li key={step.about} class="done-item">
                <p class="done-text">
                  {t(`done-for-me:did.${step.kind}`, {
                    name: step.byName ?? t(step.role === 'helper' ? 'done-for-me:family' : 'lookup:somebody'),
                    matter,
                  })}
                </p>
                <p>{sayWhen(step.at, saying)}</p>
                {!found.stopped && status !== 'withdrawn' && status !== 'ended' && (
                  <Way step={step} begin={begin} until={sayWhen(step.objectUntil, saying)} now={now} />
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

type WayProps = {
  readonly step: DoneInName;
  readonly begin: (step: DoneInName) => void;
  readonly until: string;
  readonly now: number;
};

/** The way out, for as long as there is one. */
function Way({ step, begin, until, now }: WayProps) {
  const t = useT();
  if (now > step.objectUntil) return <p>{t('done-for-me:late')}</p>;
  return (
    <>
      <p>{t('done-for-me:until', { until })}</p>
      <BigButton look="plain" icon="warn" onPress={() => begin(step)}>
        {t('done-for-me:not_right')}
      </BigButton>
    </>
  );
}
