/** Danger to life or property: the telephone before any form. Going on stays possible. */
import { useEffect, useRef } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import { useOffice } from '#app/frame/use-office.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import type { Entry } from '#domain/answers/answer.ts';
import type { Field } from '#domain/matter/matter.ts';

export function CallFirst({ field, entry }: { readonly field: Field; readonly entry: Entry | undefined }) {
  const t = useT();
  const office = useOffice();
  const { base } = useDeps();
  const isDanger =
    field.type === 'yes-no' && entry?.type === 'yes-no' && field.callAtOnce === (entry.yes ? 'yes' : 'no');
  const region = useRef<HTMLDivElement>(null);
  // The focus stays with the answer; but what matters more than the answer must be in sight.
  useEffect(() => {
    if (isDanger) region.current?.scrollIntoView({ block: 'nearest' });
  }, [isDanger]);
  // The empty region is there beforehand, or a reader would not hear what appears in it.
  return (
    <div aria-live="polite" ref={region} class="question-call">
      {isDanger && (
        <Notice tone="clay" icon="phone" title={t('question:call.title')}>
          <p>{t('question:call.line')}</p>
          {office && (
            <BigButton
              look="warn"
              icon="phone"
              href={base === '/kiosk' ? `${base}/help` : `tel:${office.telephone}`}
            >
              {t('question:call.office', { number: office.telephone })}
            </BigButton>
          )}
          <BigButton look="warn" icon="phone" href="tel:119">
            {t('question:call.119')}
          </BigButton>
          <BigButton look="warn" icon="phone" href="tel:120">
            {t('question:call.120')}
          </BigButton>
        </Notice>
      )}
    </div>
  );
}
