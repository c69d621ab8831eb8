/** What this phone keeps, in words: what has not been sent, when it was last sent, and whether there is room. */
import { useDeps } from '#app/deps.ts';
import { useSyncNews } from '#app/hall/use-sync-news.ts';
import { useLanguage, useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { sayWhen } from '#app/say.ts';
import { hasUnsent, type KeptHere as Kept } from '#storage/kept-here.ts';

type Props = { readonly kept: Kept; readonly room: 'plenty' | 'words-only' | 'full' | undefined };

export function KeptHere({ kept, room }: Props) {
  const t = useT();
  const language = useLanguage();
  const { now, nudgeSync } = useDeps();
  const news = useSyncNews();
  const unsent = kept.waiting + kept.photosWaiting;
  return (
    <section class="stack" aria-label={t('settings:kept')}>
      <h2>{t('settings:kept')}</h2>
      {hasUnsent(kept) ? (
        <Notice tone="sun" icon="phone-tick" title={t('settings:kept.unsent', { count: unsent })} live>
          {kept.refused > 0 && <p>{t('settings:kept.refused', { count: kept.refused })}</p>}
          {unsent > 0 && <p>{t(`settings:sending.${news.at}`)}</p>}
        </Notice>
      ) : (
        <Notice tone="mint" icon="tick" title={t('settings:kept.all_sent')} live />
      )}
      {unsent > 0 && (
        <BigButton look="plain" icon="send" busy={news.at === 'sending'} onPress={nudgeSync}>
          {news.at === 'sending' ? t('settings:sending.sending') : t('settings:send_now')}
        </BigButton>
      )}
      {news.lastDoneAt !== undefined && (
        <p>{t('settings:last_sent', { when: sayWhen(news.lastDoneAt, { t, language, now: now() }) })}</p>
      )}
      {kept.forGood !== undefined && (
        <p>{kept.forGood ? t('settings:for_good.yes') : t('settings:for_good.no')}</p>
      )}
      {room && <p>{t(`settings:room.${room}`)}</p>}
    </section>
  );
}
