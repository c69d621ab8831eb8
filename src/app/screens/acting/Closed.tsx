/** A question that the resident did not put into the mandate: nobody else answers it. */
import { useT } from '#app/i18n.ts';
import { FieldError } from '#app/parts/FieldError.tsx';
import { Tag } from '#app/parts/Tag.tsx';
import { useWords } from '#app/use-words.ts';
import type { Field } from '#domain/matter/matter.ts';

type Props = {
  readonly field: Field;
  readonly error: string | undefined;
  /** The resident has the draft on a telephone, and can put it in. */
  readonly handed: boolean;
};

export function Closed({ field, error, handed }: Props) {
  const t = useT();
  const words = useWords();
  return (
    <section class="acting-field acting-closed" aria-label={words(field.label)}>
      <h2 class="acting-question">{words(field.question)}</h2>
      <p id={`answer-${field.id}`} tabIndex={-1}>
        <Tag tone="sky">{t('acting:closed')}</Tag>
      </p>
      {error !== undefined && <FieldError id={`answer-${field.id}-error`} text={error} />}
      {handed && <p>{t('acting:closed.line')}</p>}
    </section>
  );
}
