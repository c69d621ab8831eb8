/** Taking everything off this phone, in two steps (PIPL Art. 47). What is unsent goes only when somebody says so in words. */
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { ChoiceList } from '#app/parts/ChoiceList.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { hasUnsent, type KeptHere } from '#storage/kept-here.ts';
import type { useSettings } from './use-settings.ts';

type Props = { readonly own: ReturnType<typeof useSettings>; readonly kept: KeptHere };

export function RemoveAll({ own, kept }: Props) {
  const t = useT();
  const { forgetting, unsentToo } = own;
  if (forgetting === 'not-asked') {
    return (
      <BigButton look="quiet" icon="trash" onPress={own.askForget}>
        {t('settings:remove')}
      </BigButton>
    );
  }
  return (
    <section class="stack" aria-label={t('settings:remove')}>
      <h2>{t('settings:remove')}</h2>
      <div aria-live="polite">
        <p>{t('settings:remove.means')}</p>
        <p>{t('settings:remove.office')}</p>
      </div>
      {hasUnsent(kept) && (
        <ChoiceList
          name="unsent-too"
          label={t('settings:remove.unsent')}
          labelShown
          options={[
            { id: 'wait', label: t('settings:remove.wait') },
            { id: 'remove', label: t('settings:remove.unsent_too') },
          ]}
          chosen={unsentToo}
          onChoose={(id) => own.setUnsentToo(id === 'remove' ? 'remove' : 'wait')}
          error={forgetting === 'unread' && unsentToo === undefined ? t('settings:remove.choose') : undefined}
        />
      )}
      {forgetting === 'failed' && (
        <div role="alert">
          <Notice tone="clay" icon="warn" title={t('settings:remove.failed')} />
        </div>
      )}
      <BigButton look="warn" icon="trash" busy={forgetting === 'working'} onPress={() => void own.forget()}>
        {t('settings:remove.yes')}
      </BigButton>
      <BigButton look="plain" onPress={own.keepAll}>
        {t('settings:remove.no')}
      </BigButton>
    </section>
  );
}
