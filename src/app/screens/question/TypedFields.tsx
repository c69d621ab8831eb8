/** Questions answered by writing: words, a telephone, an ID number, money, a date. Any way of writing it is taken. */
import { useDeps } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import { DateBoxes } from '#app/parts/DateBoxes.tsx';
import { TextBox } from '#app/parts/TextBox.tsx';
import type { FieldProps } from './field-props.ts';

type TypedType = 'text' | 'long-text' | 'telephone' | 'resident-id' | 'money';

export function TypedField({ field, id, question, entry, error, onType, onLeave }: FieldProps<TypedType>) {
  const t = useT();
  const { base } = useDeps();
  // A shared machine and a worker's desk must not offer the last person's words.
  const autocomplete = base === '' ? autofill(field) : 'off';
  return (
    <TextBox
      id={id}
      label={question}
      labelHidden
      value={entry?.type === 'typed' ? entry.typed : ''}
      onInput={(typed) => onType({ type: 'typed', typed })}
      onLeave={onLeave}
      error={error}
      autocomplete={autocomplete}
      {...(field.type === 'long-text' && { lines: 5 })}
      {...((field.type === 'text' || field.type === 'long-text') && { maxLength: field.maxLength })}
      {...(field.type === 'telephone' && { inputMode: 'tel' as const })}
      {...(field.type === 'money' && { inputMode: 'decimal' as const, suffix: t('question:yuan') })}
    />
  );
}

export function DateField({ field, id, question, entry, error, onType, onLeave }: FieldProps<'date'>) {
  const t = useT();
  const value = entry?.type === 'date' ? entry : { year: '', month: '', day: '' };
  return (
    <DateBoxes
      id={id}
      label={question}
      value={{ year: value.year, month: value.month, day: value.day }}
      labels={{ year: t('common:year'), month: t('common:month'), day: t('common:day') }}
      onInput={(boxes) => onType({ type: 'date', ...boxes })}
      onLeave={onLeave}
      error={error}
      key={field.id}
    />
  );
}

/** WCAG 1.3.5. Somebody else's name or number is not this person's. */
function autofill(field: FieldProps<TypedType>['field']): string {
  if (field.remember === 'name') return 'name';
  if (field.remember === 'telephone') return 'tel';
  return 'off';
}
