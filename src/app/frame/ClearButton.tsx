/** "Finish and clear": on every screen of a shared device, in the same place. */
import { useT } from '#app/i18n.ts';
import { Icon } from '#app/parts/Icon.tsx';

export function ClearButton() {
  const t = useT();
  return (
    <a class="top-item" href="/kiosk/finish-visit" title={t('common:finish.title')}>
      <Icon name="door" />
      <span>{t('common:finish')}</span>
    </a>
  );
}
