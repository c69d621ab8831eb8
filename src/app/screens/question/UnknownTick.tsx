/** "I don't know" for questions answered by writing. Taking it back brings back what was written before. */
import { useState } from 'preact/hooks';
import { useT } from '#app/i18n.ts';
import { ChoiceMany } from '#app/parts/ChoiceMany.tsx';
import type { Entry } from '#domain/answers/answer.ts';
import { UNKNOWN_OPTION } from './field-props.ts';

type Props = {
  readonly id: string;
  readonly question: string;
  readonly entry: Entry | undefined;
  readonly onChoose: (entry: Entry | undefined) => void;
};

export function UnknownTick({ id, question, entry, onChoose }: Props) {
  const t = useT();
  const [written, setWritten] = useState<Entry>();
  const isUnknown = entry?.type === 'unknown';
  return (
    <ChoiceMany
      name={`${id}-unknown`}
      label={question}
      options={[{ id: UNKNOWN_OPTION, label: t('common:unknown') }]}
      chosen={isUnknown ? [UNKNOWN_OPTION] : []}
      onToggle={() => {
        if (!isUnknown) setWritten(entry);
        onChoose(isUnknown ? written : { type: 'unknown' });
      }}
    />
  );
}
