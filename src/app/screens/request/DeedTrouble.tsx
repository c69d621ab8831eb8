/** Why the step was not kept, in the same words and the same place on every screen that takes one. */
import { useT } from '#app/i18n.ts';
import { Notice } from '#app/parts/Notice.tsx';
import { sayRefusal } from './say-refusal.ts';
import type { DeedState } from './use-deed.ts';

export function DeedTrouble({ state }: { readonly state: DeedState }) {
  const t = useT();
  if (state.at === 'refused') {
    return (
      <div role="alert">
        <Notice tone="clay" icon="warn" title={t('request:trouble.refused')}>
          {sayRefusal(state.refused, t)}
        </Notice>
      </div>
    );
  }
  if (state.at === 'not-kept') {
    return (
      <div role="alert">
        <Notice tone="clay" icon="warn" title={t('request:trouble.not_kept')}>
          {t('request:trouble.not_kept_line')}
        </Notice>
      </div>
    );
  }
  return null;
}
