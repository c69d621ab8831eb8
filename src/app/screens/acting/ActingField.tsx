/** One question of the fast form. An ID number is covered as soon as nobody is typing it: a counter has people behind it. */
import { useState } from 'preact/hooks';
import { useOffice } from '#app/frame/use-office.ts';
import { maskNumber } from '#app/hall/mask.ts';
import { useT } from '#app/i18n.ts';
import { CallFirst } from '#app/screens/question/CallFirst.tsx';
import { FieldInput } from '#app/screens/question/FieldInput.tsx';
import type { Writing } from '#app/screens/question/use-draft.ts';
import { useWords } from '#app/use-words.ts';
import type { Entry } from '#domain/answers/answer.ts';
import type { Field } from '#domain/matter/matter.ts';

type Props = {
  readonly field: Field;
  readonly draftId: string;
  readonly entry: Entry | undefined;
  readonly error: string | undefined;
  readonly writing: Writing;
  readonly onWork: (work: Promise<unknown>) => void;
};

export function ActingField({ field, draftId, entry, error, writing, onWork }: Props) {
  const t = useT();
  const words = useWords();
  const office = useOffice();
  const typed = entry?.type === 'typed' ? entry.typed : '';
  const isSecret = field.type === 'resident-id';
  const [covered, setCovered] = useState(isSecret && typed !== '');
  const question = words(field.question);
  const isCovered = covered && typed !== '' && error === undefined;

  return (
    <section class="acting-field" aria-label={words(field.label)}>
      <h2 class="acting-question">
        {question}
        {field.optional && <span class="acting-optional"> {t('acting:optional')}</span>}
      </h2>
      {field.hint && <p class="field-hint">{words(field.hint)}</p>}
      {isCovered ? (
        <p class="hall-secret acting-covered">
          <span>{maskNumber(typed)}</span>
          <button type="button" class="hall-button" onClick={() => setCovered(false)}>
            {t('common:change')}
          </button>
        </p>
      ) : (
        <FieldInput
          field={field}
          id={`answer-${field.id}`}
          draftId={draftId}
          question={question}
          entry={entry}
          error={error}
          onType={(given) => writing.type(field.id, given)}
          onChoose={(given) => void writing.choose(field.id, given)}
          onLeave={() => {
            void writing.flush();
            if (isSecret) setCovered(true);
          }}
          keepAll={async () => void (await writing.flush())}
          onWork={onWork}
        />
      )}
      {field.remember === 'telephone' && typed === '' && office && (
        <button
          type="button"
          class="hall-button acting-no-phone"
          onClick={() => void writing.choose(field.id, { type: 'typed', typed: office.telephone })}
        >
          {t('acting:no_phone', { number: office.telephone })}
        </button>
      )}
      <CallFirst field={field} entry={entry} />
    </section>
  );
}
