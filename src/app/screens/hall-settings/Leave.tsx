/** The two ways to sign out, apart from everything one presses often. */
import { useHall } from '#app/hall/hall-context.ts';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { useLeaving } from './use-leaving.ts';

export function Leave() {
  const t = useT();
  const { worker } = useHall();
  const { state, ask, leave, sendNow } = useLeaving();
  const busy = state.at === 'leaving';
  return (
    <section aria-labelledby="hall-leave" class="hall-leave">
      <h2 id="hall-leave">{t('hall-settings:sign_out')}</h2>
      <p>{t('hall-settings:sign_out.who', { name: worker.name })}</p>
      <div role="status">
        {state.at === 'unsent' && (
          <Notice
            tone="sun"
            icon="phone-tick"
            title={t('hall-settings:unsent.title', { count: state.count })}
          >
            {t('hall-settings:unsent.line')}
          </Notice>
        )}
        {state.at === 'offline' && (
          <Notice tone="sun" icon="warn" title={t('hall-settings:everywhere.offline')}>
            {t('hall-settings:everywhere.offline_line')}
          </Notice>
        )}
        {state.at === 'trouble' && (
          <Notice tone="sun" icon="warn" title={t('hall-settings:everywhere.trouble')} />
        )}
      </div>
      {state.at === 'unsent' ? (
        <div class="hall-act-buttons">
          <BigButton look="main" icon="send" onPress={sendNow}>
            {t('hall-settings:unsent.send')}
          </BigButton>
          <BigButton look="plain" onPress={() => void leave(state.everywhere)}>
            {t('hall-settings:unsent.leave')}
          </BigButton>
        </div>
      ) : (
        <div class="hall-act-buttons">
          <BigButton look="plain" busy={busy} onPress={() => void ask(false)}>
            {t('hall-settings:sign_out.here')}
          </BigButton>
          <BigButton look="quiet" busy={busy} onPress={() => void ask(true)}>
            {t('hall-settings:sign_out.everywhere')}
          </BigButton>
        </div>
      )}
    </section>
  );
}
