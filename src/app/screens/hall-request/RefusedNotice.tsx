/** A step that the service did not take: who was first, why, and the words, which are not lost. */
import { useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { HALL_HELP_PATH } from '#app/hall/hall-place.ts';
import { useT } from '#app/i18n.ts';
import { Notice } from '#app/parts/Notice.tsx';
import { sayRefusal } from '#app/screens/request/say-refusal.ts';
import { putAside } from '#storage/outbox.ts';
import type { RefusedStep } from '#storage/shown.ts';

type Props = {
  readonly step: RefusedStep;
  /** Opens a box with these words in it; `undefined` where no step takes words now. */
  readonly reuse: (() => void) | undefined;
  /** A filing for somebody: back to its questions, or why that is not possible any more. */
  readonly mend?: { readonly again: () => void } | 'mandate-over' | undefined;
};

const NAMED = ['take', 'write', 'extend', 'finish', 'send-back', 'open', 'take-over', 'fill'] as const;

export function RefusedNotice({ step, reuse, mend }: Props) {
  const t = useT();
  const { db } = useDeps();
  const [copied, setCopied] = useState<boolean>();
  const { words, refused, actionId } = step;
  const kind = NAMED.find((one) => one === step.kind) ?? 'other';

  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      setCopied(false); // not on https, or not allowed: the person is told how else
    }
  }

  return (
    <Notice tone="clay" icon="warn" title={t(`hall-request:refused.${kind}`)}>
      {refused.who !== undefined && <p>{t('hall-request:refused.who', { name: refused.who })}</p>}
      <p>{sayRefusal(refused, t)}</p>
      {words !== undefined && words !== '' && (
        <>
          <p>{t('hall-request:refused.words')}</p>
          <blockquote class="hall-kept-words">{words}</blockquote>
        </>
      )}
      {mend === 'mandate-over' && (
        <p>
          {t('hall-request:refused.mandate_over')}{' '}
          <a href={HALL_HELP_PATH}>{t('hall-request:refused.anew')}</a>
        </p>
      )}
      <p class="hall-row">
        {typeof mend === 'object' && (
          <button type="button" class="hall-button" onClick={mend.again}>
            {t('hall-request:refused.mend')}
          </button>
        )}
        {words !== undefined && words !== '' && (
          <button type="button" class="hall-button" onClick={() => void copy(words)}>
            {t('hall-request:refused.copy')}
          </button>
        )}
        {reuse && (
          <button type="button" class="hall-button" onClick={reuse}>
            {t('hall-request:refused.reuse')}
          </button>
        )}
        <button type="button" class="hall-button" onClick={() => void putAside(db, actionId)}>
          {t('hall-request:refused.aside')}
        </button>
      </p>
      <p role="status">
        {copied !== undefined &&
          t(copied ? 'hall-request:refused.copied' : 'hall-request:refused.not_copied')}
      </p>
    </Notice>
  );
}
