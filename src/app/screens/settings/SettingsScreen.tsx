/** Text size, language, colours; on one's own phone also what is kept here. Each choice is shown at once. */
import { useDeps } from '#app/deps.ts';
import { homePath } from '#app/home-path.ts';
import { Page } from '#app/frame/Page.tsx';
import { LANGUAGES, useLanguage, useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { ChoiceList } from '#app/parts/ChoiceList.tsx';
import { SPEEDS, type Settings } from '#storage/device.ts';
import { KeptHere } from './KeptHere.tsx';
import { RemoveAll } from './RemoveAll.tsx';
import { leaveForFirstStart, useSettings } from './use-settings.ts';
import './settings.css';

const SIZES: readonly Settings['size'][] = ['20', '24', '30'];
const CHINESE: readonly Settings['chinese'][] = ['cmn', 'yue'];
const THEMES: readonly Settings['theme'][] = ['day', 'night', 'contrast'];

type Props = { /** Where to go once nothing is kept any more. */ readonly leave?: () => void };

export function SettingsScreen({ leave = leaveForFirstStart }: Props) {
  const t = useT();
  const language = useLanguage();
  const { base } = useDeps();
  const own = useSettings(leave);
  const { settings, change } = own;

  return (
    <Page
      title={t('settings:title')}
      back="/"
      bottom={
        <BigButton look="main" href={homePath(base)}>
          {t('settings:done')}
        </BigButton>
      }
    >
      <div class="size-samples">
        <ChoiceList
          name="size"
          label={t('settings:size')}
          labelShown
          options={SIZES.map((id) => ({ id, label: t(`settings:size.${id}`) }))}
          chosen={settings.size}
          onChoose={(id) => change({ size: SIZES.find((one) => one === id) ?? settings.size })}
        />
      </div>
      <section class="stack" aria-label={t('settings:language')}>
        <h2>{t('settings:language')}</h2>
        {LANGUAGES.filter(({ code }) => code !== language).map(({ code, name }) => (
          <BigButton key={code} look="plain" icon="globe" onPress={() => void own.chooseLanguage(code)}>
            <span lang={code}>{name}</span>
          </BigButton>
        ))}
      </section>
      <ChoiceList
        name="theme"
        label={t('settings:theme')}
        labelShown
        options={THEMES.map((id) => ({ id, label: t(`settings:theme.${id}`) }))}
        chosen={settings.theme}
        onChoose={(id) => change({ theme: THEMES.find((one) => one === id) ?? settings.theme })}
      />
      <ChoiceList
        name="speed"
        label={t('read-aloud:speed')}
        labelShown
        options={SPEEDS.map((id) => ({ id, label: t(`read-aloud:speed.${id}`) }))}
        chosen={settings.speed}
        onChoose={(id) => change({ speed: SPEEDS.find((one) => one === id) ?? settings.speed })}
      />
      <ChoiceList
        name="every"
        label={t('read-aloud:every')}
        labelShown
        options={(['no', 'yes'] as const).map((id) => ({ id, label: t(`read-aloud:every.${id}`) }))}
        chosen={settings.every ? 'yes' : 'no'}
        onChoose={(id) => change({ every: id === 'yes' })}
      />
      {language === 'zh-CN' && (
        <ChoiceList
          name="chinese"
          label={t('read-aloud:chinese')}
          labelShown
          options={CHINESE.map((id) => ({ id, label: t(`read-aloud:chinese.${id}`) }))}
          chosen={settings.chinese}
          onChoose={(id) => change({ chinese: CHINESE.find((one) => one === id) ?? settings.chinese })}
        />
      )}
      {base === '' && own.kept && (
        <>
          <KeptHere kept={own.kept} room={own.room} />
          <RemoveAll own={own} kept={own.kept} />
        </>
      )}
      <p>
        <a href={`${base}/about`}>{t('settings:about')}</a>
      </p>
    </Page>
  );
}
