/** How this screen is set, how the sending goes, and the way out. */
import { useLocation } from 'preact-iso';
import { useHall } from '#app/hall/hall-context.ts';
import { QUEUE_PATH } from '#app/hall/hall-place.ts';
import { useShortcuts } from '#app/hall/use-shortcuts.ts';
import { useT } from '#app/i18n.ts';
import { ChoiceList } from '#app/parts/ChoiceList.tsx';
import { Icon } from '#app/parts/Icon.tsx';
import { ScreenTitle } from '#app/parts/ScreenTitle.tsx';
import { Health } from './Health.tsx';
import { Leave } from './Leave.tsx';
import { Look } from './Look.tsx';

export function HallSettingsScreen() {
  const t = useT();
  const { route } = useLocation();
  const { settings, change } = useHall();
  useShortcuts(settings.shortcuts, { Escape: () => route(QUEUE_PATH) });
  const title = t('hall-settings:title');

  return (
    <div class="hall-page">
      <a class="hall-button" href={QUEUE_PATH}>
        <Icon name="back" />
        {t('hall-settings:back')}
      </a>
      <ScreenTitle title={title}>{title}</ScreenTitle>
      <Health />
      <Look />
      <ChoiceList
        name="hall-keys"
        label={t('hall-settings:keys')}
        labelShown
        options={[
          { id: 'on', label: t('hall-settings:keys.on'), hint: t('hall-settings:keys.hint') },
          { id: 'off', label: t('hall-settings:keys.off') },
        ]}
        chosen={settings.shortcuts ? 'on' : 'off'}
        onChoose={(id) => change({ shortcuts: id === 'on' })}
      />
      <ChoiceList
        name="hall-mask"
        label={t('hall-settings:mask')}
        labelShown
        options={[
          { id: 'off', label: t('hall-settings:mask.off') },
          { id: 'on', label: t('hall-settings:mask.on') },
        ]}
        chosen={settings.masked ? 'on' : 'off'}
        onChoose={(id) => change({ masked: id === 'on' })}
      />
      <Leave />
    </div>
  );
}
