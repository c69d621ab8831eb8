/** Why the resident's own words are replaced: one press for what is usual, or words. Nothing is chosen beforehand. */
import { useId, useState } from 'preact/hooks';
import { useT } from '#app/i18n.ts';
import { TextBox } from '#app/parts/TextBox.tsx';
import { useWords } from '#app/use-words.ts';
import type { Field } from '#domain/matter/matter.ts';

const USUAL = ['changed_mind', 'slip', 'cannot_read'] as const;

type Props = {
  readonly field: Field;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
};

export function ReasonBox({ field, reason, onReason }: Props) {
  const t = useT();
  const words = useWords();
  const id = useId();
  const usual = USUAL.map((one) => t(`acting:reason.${one}`));
  const [writes, setWrites] = useState(reason !== '' && !usual.includes(reason));
  return (
    <div class="acting-reason" role="group" aria-labelledby={id}>
      <p id={id}>{t('acting:reason.why', { label: words(field.label) })}</p>
      <p class="hall-row">
        {usual.map((one) => (
          <button
            key={one}
            type="button"
            class="hall-button"
            aria-pressed={!writes && reason === one}
            onClick={() => {
              setWrites(false);
              onReason(one);
            }}
          >
            {one}
          </button>
        ))}
        <button
          type="button"
          class="hall-button"
          aria-pressed={writes}
          onClick={() => {
            setWrites(true);
            onReason('');
          }}
        >
          {t('acting:reason.own')}
        </button>
      </p>
      {writes && (
        <TextBox
          id={`acting-reason-${field.id}`}
          label={t('acting:reason.own_label')}
          value={reason}
          onInput={onReason}
        />
      )}
    </div>
  );
}
