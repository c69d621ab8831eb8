/**
 * How the sending goes, in one calm line above the work: only what a worker should know, and never "all
 * sent" from anything but the outbox itself.
 */
import { useDeps } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import { Icon } from '#app/parts/Icon.tsx';
import { useLive } from '#app/use-live.ts';
import { counts } from '#storage/outbox.ts';
import type { SyncNews } from '#sync/start.ts';
import { useHall } from './hall-context.ts';
import { useSyncNews } from './use-sync-news.ts';
import { useUnsentOfOthers } from './use-unsent-of-others.ts';

const TROUBLE = {
  'signed-out': 'queue:sync.signed_out',
  offline: 'queue:sync.offline',
  'login-page': 'queue:sync.login_page',
  'service-trouble': 'queue:sync.trouble',
} as const satisfies Partial<Record<SyncNews['at'], string>>;

export function SyncBar() {
  const t = useT();
  const { db } = useDeps();
  const { worker, signInAgain } = useHall();
  const { at } = useSyncNews();
  const waiting = useLive(() => counts(db), [db])?.waiting ?? 0;
  const others = useUnsentOfOthers(worker.id);
  const trouble = at in TROUBLE ? t(TROUBLE[at as keyof typeof TROUBLE]) : undefined; // `in` has just looked

  return (
    <div class={`hall-sync ${(trouble ?? waiting > 0) ? 'hall-sync-sun' : ''}`}>
      <p role="status">
        {trouble && (
          <span class="hall-sync-item">
            <Icon name={at === 'signed-out' ? 'person' : 'warn'} />
            {trouble}
          </span>
        )}
        {waiting > 0 && (
          <span class="hall-sync-item">
            <Icon name="phone-tick" />
            {t('queue:sync.unsent', { count: waiting })}
          </span>
        )}
        {others > 0 && <span class="hall-sync-item">{t('queue:sync.others', { count: others })}</span>}
      </p>
      {at === 'signed-out' && (
        <button type="button" class="hall-button" onClick={signInAgain}>
          {t('queue:sync.sign_in')}
        </button>
      )}
    </div>
  );
}
