/** Questions answered by choosing: one, several, yes or no. "I don't know" is one of the rows. */
import { useT } from '#app/i18n.ts';
import { ChoiceList } from '#app/parts/ChoiceList.tsx';
import { ChoiceMany } from '#app/parts/ChoiceMany.tsx';
import { useWords } from '#app/use-words.ts';
import type { Option } from '#domain/matter/matter.ts';
import { UNKNOWN_OPTION, type FieldProps } from './field-props.ts';

export function ChoiceField({ field, id, question, entry, error, onChoose }: FieldProps<'choice'>) {
  const options = [...useOptions(field.options), ...useUnknown(field.unknown)];
  const chosen =
    entry?.type === 'choice' ? entry.choice : entry?.type === 'unknown' ? UNKNOWN_OPTION : undefined;
  return (
    <ChoiceList
      name={id}
      label={question}
      options={options}
      chosen={chosen}
      onChoose={(choice) =>
        onChoose(choice === UNKNOWN_OPTION ? { type: 'unknown' } : { type: 'choice', choice })
      }
      error={error}
    />
  );
}

export function ChoicesField({ field, id, question, entry, error, onChoose }: FieldProps<'choices'>) {
  const t = useT();
  const options = [...useOptions(field.options), ...useUnknown(field.unknown)];
  const choices = entry?.type === 'choices' ? entry.choices : [];
  const isUnknown = entry?.type === 'unknown';

  function toggle(option: string): void {
    if (option === UNKNOWN_OPTION) return onChoose(isUnknown ? undefined : { type: 'unknown' });
    const kept = choices.filter((one) => one !== option);
    onChoose({ type: 'choices', choices: kept.length < choices.length ? kept : [...choices, option] });
  }
  return (
    <>
      <p>{t('question:choices.many')}</p>
      <ChoiceMany
        name={id}
        label={question}
        options={options}
        chosen={isUnknown ? [UNKNOWN_OPTION] : choices}
        onToggle={toggle}
        error={error}
      />
    </>
  );
}

export function YesNoField({ field, id, question, entry, error, onChoose }: FieldProps<'yes-no'>) {
  const t = useT();
  const options = [
    { id: 'yes', label: t('common:yes') },
    { id: 'no', label: t('common:no') },
    ...useUnknown(field.unknown),
  ];
  const given = entry?.type === 'yes-no' ? (entry.yes ? 'yes' : 'no') : undefined;
  return (
    <ChoiceList
      name={id}
      label={question}
      options={options}
      chosen={entry?.type === 'unknown' ? UNKNOWN_OPTION : given}
      onChoose={(choice) =>
        onChoose(choice === UNKNOWN_OPTION ? { type: 'unknown' } : { type: 'yes-no', yes: choice === 'yes' })
      }
      error={error}
    />
  );
}

function useOptions(options: readonly Option[]) {
  const words = useWords();
  return options.map(({ id, label, hint }) => ({
    id,
    label: words(label),
    ...(hint && { hint: words(hint) }),
  }));
}

function useUnknown(offered: true | undefined) {
  const t = useT();
  return offered ? [{ id: UNKNOWN_OPTION, label: t('common:unknown') }] : [];
}
