/** A matter for somebody whom I help: what it is and what it will ask about that person; why I do it; then begin. */
import { useState } from 'preact/hooks';
import { Opening } from '#app/frame/Lost.tsx';
import { Page } from '#app/frame/Page.tsx';
import { useLanguage, useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { ChoiceList } from '#app/parts/ChoiceList.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { useWords } from '#app/use-words.ts';
import type { Matter } from '#domain/matter/matter.ts';
import { Privacy } from '../matter/Privacy.tsx';
import { WhoAndWhen } from '../matter/WhoAndWhen.tsx';
import { isBenefit, namedIn, WHYS, type Why } from './for-elder.ts';
import { useBegin } from './use-begin.ts';
import { useElder, type Elder } from './use-elder.ts';
import '../matter/matter.css';

export function ElderMatterScreen({ link, id }: { readonly link: string; readonly id: string }) {
  const t = useT();
  const elder = useElder(link);
  if (elder === undefined) return <Opening />;
  const matter = elder === 'missing' ? undefined : elder.matters.find((one) => one.id === id);
  if (elder === 'missing' || !matter || !elder.alive)
    return (
      <Page title={t('family:elder.over')} back="/family">
        <p>
          {elder === 'missing' ? t('common:not_found') : t('family:elder.over_line', { name: elder.called })}
        </p>
      </Page>
    );
  return <Here elder={elder} matter={matter} />;
}

function Here({ elder, matter }: { readonly elder: Elder; readonly matter: Matter }) {
  const t = useT();
  const language = useLanguage();
  const words = useWords();
  const { link, called: name } = elder;
  const [why, setWhy] = useState<Why>();
  const [missing, setMissing] = useState(false);
  const { kept, begin } = useBegin();
  const error = missing && !why ? t('family:matter.missing') : undefined;
  const named = namedIn(matter, link.scopes).map(({ label }) => words(label));
  const fields = new Intl.ListFormat(language, { type: 'conjunction' }).format(named);

  function start(): void {
    if (!why) return setMissing(true);
    void begin(elder, matter, t(`family:matter.why.${why}`));
  }

  return (
    <Page
      title={words(matter.title)}
      step={t('family:helping.title', { name })}
      back={`/helping/${link.id}`}
      errors={error === undefined ? undefined : [{ href: '#why', text: error }]}
      bottom={
        <BigButton look="main" busy={kept === 'keeping'} onPress={start}>
          {t('family:matter.begin', { name })}
        </BigButton>
      }
    >
      {kept === 'not-kept' && <Notice tone="clay" icon="warn" title={t('matter:not_kept')} live />}
      <p class="matter-about">{words(matter.about)}</p>
      {matter.notFor && <p>{words(matter.notFor)}</p>}
      <p>{t('family:matter.you', { name })}</p>
      {named.length > 0 && <p>{t('family:matter.asks', { name, fields })}</p>}
      {isBenefit(matter) && (
        <Notice tone="sky" icon="info" title={t('family:matter.awaits', { name: link.elderName })} />
      )}
      <ChoiceList
        name="why"
        label={t('family:matter.why')}
        labelShown
        options={WHYS.map((id) => ({ id, label: t(`family:matter.why.${id}`) }))}
        chosen={why}
        onChoose={(id) => setWhy(WHYS.find((one) => one === id))}
        error={error}
      />
      <WhoAndWhen matter={matter} />
      <Privacy matter={matter} />
    </Page>
  );
}
