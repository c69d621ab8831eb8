/** A path that leads nowhere, and a screen that is not here yet. */
import { useDeps } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Page } from './Page.tsx';

export function Lost() {
  const t = useT();
  const { base } = useDeps();
  return (
    <Page
      title={t('common:not_found')}
      bottom={
        <BigButton look="main" href={base === '' ? '/' : base}>
          {t('common:home')}
        </BigButton>
      }
    />
  );
}

export function Opening() {
  const t = useT();
  return <p class="opening">{t('common:loading')}</p>;
}
