/** How the hall's screen looks: size, language, colours. Each takes effect at once and stays on this device. */
import { useState } from 'preact/hooks';
import { changeLanguage, LANGUAGES, useLanguage, useT } from '#app/i18n.ts';
import { ChoiceList } from '#app/parts/ChoiceList.tsx';
import { readSettings, writeSettings, type Settings } from '#storage/device.ts';

const SIZES = ['20', '24', '30'] as const;
const THEMES = ['day', 'night', 'contrast'] as const;

export function Look() {
  const t = useT();
  const language = useLanguage();
  const [settings, setSettings] = useState(readSettings);

  function change(changed: Partial<Settings>): void {
    writeSettings(changed);
    const next = readSettings();
    document.documentElement.dataset['size'] = next.size;
    document.documentElement.dataset['theme'] = next.theme;
    setSettings(next);
  }

  return (
    <>
      <ChoiceList
        name="hall-size"
        label={t('hall-settings:size')}
        labelShown
        options={SIZES.map((id) => ({ id, label: t(`hall-settings:size.${id}`) }))}
        chosen={settings.size}
        onChoose={(id) => change({ size: SIZES.find((size) => size === id) ?? settings.size })}
      />
      <ChoiceList
        name="hall-language"
        label={t('hall-settings:language')}
        labelShown
        options={LANGUAGES.map(({ code, name }) => ({ id: code, label: name }))}
        chosen={language}
        onChoose={(id) => {
          const chosen = LANGUAGES.find(({ code }) => code === id)?.code ?? language;
          change({ language: chosen });
          void changeLanguage(chosen);
        }}
      />
      <ChoiceList
        name="hall-theme"
        label={t('hall-settings:theme')}
        labelShown
        options={THEMES.map((id) => ({ id, label: t(`hall-settings:theme.${id}`) }))}
        chosen={settings.theme}
        onChoose={(id) => change({ theme: THEMES.find((theme) => theme === id) ?? settings.theme })}
      />
    </>
  );
}
