/** Why the request was not kept. All answers stay on the screen below. */
import { useT } from '#app/i18n.ts';
import { Notice } from '#app/parts/Notice.tsx';
import { sayRefusal } from '#app/screens/request/say-refusal.ts';
import type { CheckState } from './use-check.ts';

export function CheckTrouble({ state }: { readonly state: CheckState }) {
  const t = useT();
  if (state.at === 'refused') {
    return (
      <div role="alert">
        <Notice tone="clay" icon="warn" title={t('check:refused')}>
          <p>{sayRefusal(state.refused, t)}</p>
        </Notice>
      </div>
    );
  }
  if (state.at === 'not-kept') {
    return (
      <div role="alert">
        <Notice tone="clay" icon="warn" title={t('check:not_kept.title')}>
          <p>{t('check:not_kept.line')}</p>
        </Notice>
      </div>
    );
  }
  return null;
}
