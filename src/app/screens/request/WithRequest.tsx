/** The frame of a screen about one request: says that it is being opened, or that it is not here, or shows it. */
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { DepsContext, useDeps } from '#app/deps.ts';
import { Page } from '#app/frame/Page.tsx';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { useShownRequest, type Found } from './use-shown-request.ts';

type Props = {
  readonly id: string;
  /** Of the screen, while the request is not there yet. */
  readonly title: string;
  readonly children: (found: Found) => ComponentChildren;
};

export function WithRequest({ id, title, children }: Props) {
  const t = useT();
  const { base } = useDeps();
  const found = useShownRequest(id);
  if (found === undefined) {
    return (
      <Page title={title} back="/requests">
        <p aria-live="polite">{t('common:loading')}</p>
      </Page>
    );
  }
  if (found === 'missing') {
    return (
      <Page
        title={title}
        back="/requests"
        bottom={
          <BigButton look="main" href={base || '/'}>
            {t('common:home')}
          </BigButton>
        }
      >
        <p>{t('request:not_found')}</p>
      </Page>
    );
  }
  if (found.elder === undefined) return <>{children(found)}</>;
  return <AsHelper>{children(found)}</AsHelper>;
}

/** What is done to the request of somebody whom one helps is done as a helper. */
function AsHelper({ children }: { readonly children: ComponentChildren }) {
  const deps = useDeps();
  const asHelper = useMemo(
    () => ({ ...deps, person: { id: deps.person.id, role: 'helper' as const } }),
    [deps],
  );
  return <DepsContext.Provider value={asHelper}>{children}</DepsContext.Provider>;
}
