/** One step that somebody took in the resident's name, and the way to say that it was not right. */
import { useDeps } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Tag } from '#app/parts/Tag.tsx';
import type { Deed } from './deed-words.ts';

export function DeedItem({ deed, requestId }: { readonly deed: Deed; readonly requestId: string }) {
  const t = useT();
  const { base } = useDeps();
  const { line, text, when, until, state, settled } = deed;
  return (
    <li class="done-item">
      <p class="done-text">{text}</p>
      <p>{when}</p>
      {line.words !== undefined && <blockquote class="timeline-words">{line.words}</blockquote>}
      {state === 'said' && <Tag tone="clay">{t('done-for-me:said')}</Tag>}
      {state === 'stopped' && <Tag tone="clay">{t('done-for-me:stopped')}</Tag>}
      {state === 'settled' && settled && (
        <Tag tone="mint">{t(`done-for-me:settled.${settled.outcome}`, { name: settled.name })}</Tag>
      )}
      {state === 'draft' && <p>{t('done-for-me:draft')}</p>}
      {state === 'late' && <p>{t('done-for-me:late')}</p>}
      {state === 'open' && (
        <>
          <p>{t('done-for-me:until', { until })}</p>
          <BigButton
            look="plain"
            icon="warn"
            href={`${base}/request/${requestId}/object/${line.id}`}
            label={`${t('done-for-me:not_right')}：${text}`}
          >
            {t('done-for-me:not_right')}
          </BigButton>
        </>
      )}
    </li>
  );
}
