/** The bar above every screen of the hall: who works here, covering names, settings; and how the sending goes. */
import type { ComponentChildren } from 'preact';
import { UpdateOffer } from '#app/frame/UpdateOffer.tsx';
import { useT } from '#app/i18n.ts';
import { Icon } from '#app/parts/Icon.tsx';
import { SyncBar } from './SyncBar.tsx';
import { useHall } from './hall-context.ts';
import { HALL_SETTINGS_PATH, QUEUE_PATH } from './hall-place.ts';

export function HallFrame({ children }: { readonly children: ComponentChildren }) {
  const t = useT();
  const { worker, settings, change } = useHall();
  return (
    <div class="hall">
      <header class="hall-bar">
        <a class="hall-brand" href={QUEUE_PATH}>
          {t('queue:brand')}
        </a>
        <span class="hall-worker">{t('queue:bar.worker', { name: worker.name })}</span>
        <button
          type="button"
          class="hall-button"
          aria-pressed={settings.masked}
          onClick={() => change({ masked: !settings.masked })}
        >
          {settings.masked && <Icon name="tick" />}
          {t('queue:bar.mask')}
        </button>
        <a class="hall-button" href={HALL_SETTINGS_PATH}>
          {t('queue:bar.settings')}
        </a>
      </header>
      <SyncBar />
      <div class="hall-update">
        <UpdateOffer />
      </div>
      <main class="hall-main">{children}</main>
    </div>
  );
}
