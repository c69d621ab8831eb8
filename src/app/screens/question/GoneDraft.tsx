/** A draft that is not here any more: sent in another window, or removed. Nothing is wrong; it says where to look. */
import { useDeps } from '#app/deps.ts';
import { homePath } from '#app/home-path.ts';
import { useT } from '#app/i18n.ts';
import { Page } from '#app/frame/Page.tsx';
import { BigButton } from '#app/parts/BigButton.tsx';

export function GoneDraft() {
  const t = useT();
  const { base } = useDeps();
  return (
    <Page
      title={t('question:gone.title')}
      bottom={
        <BigButton look="main" href={homePath(base)}>
          {t('common:home')}
        </BigButton>
      }
    >
      <p>{t('question:gone.line')}</p>
      <BigButton look="plain" icon="list" href={`${base}/requests`}>
        {t('question:gone.requests')}
      </BigButton>
    </Page>
  );
}
