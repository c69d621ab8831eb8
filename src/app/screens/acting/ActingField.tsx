/** One question of the fast form. An ID number is covered as soon as nobody is typing it: a counter has people behind it. */
import { useState } from 'preact/hooks';
import { useOffice } from '#app/frame/use-office.ts';
import { maskNumber } from '#app/hall/mask.ts';
import { useT } from '#app/i18n.ts';
import { Tag, type Tone } from '#app/parts/Tag.tsx';
import { CallFirst } from '#app/screens/question/CallFirst.tsx';
import { FieldInput } from '#app/screens/question/FieldInput.tsx';
import type { Writing } from '#app/screens/question/use-draft.ts';
import { useWords } from '#app/use-words.ts';
import type { Entry } from '#domain/answers/answer.ts';
import type { Field } from '#domain/matter/matter.ts';
import type { Teller } from '#domain/request/action.ts';
import type { Draft } from '#domain/request/draft.ts';
import { BesideField } from './BesideField.tsx';
import { fieldState, same, type Hand } from './handed-form.ts';
import { ReasonBox } from './ReasonBox.tsx';
import { sayWhose } from './say-entry.ts';

type Props = {
  readonly field: Field;
  readonly draftId: string;
  readonly entry: Entry | undefined;
  readonly error: string | undefined;
  readonly writing: Writing;
  readonly onWork: (work: Promise<unknown>) => void;
  /** Something is being written by the worker's hand. */
  readonly onWrite: () => void;
  readonly hand: Hand;
  readonly hold: (how: (hand: Hand) => Hand) => void;
  readonly draft: Draft | undefined;
};

const TONES: Readonly<Record<Teller, Tone>> = {
  resident: 'mint',
  helper: 'mint',
  worker: 'sky',
  office: 'plain',
};

export function ActingField({
  field,
  draftId,
  entry,
  error,
  writing,
  onWork,
  onWrite,
  hand,
  hold,
  draft,
}: Props) {
  const t = useT();
  const words = useWords();
  const office = useOffice();
  const typed = entry?.type === 'typed' ? entry.typed : '';
  const isSecret = field.type === 'resident-id';
  const [covered, setCovered] = useState(isSecret && typed !== '');
  const question = words(field.question);
  const isCovered = covered && typed !== '' && error === undefined;
  const state = draft && fieldState(draft, hand, field.id, entry);
  const teller = same(entry, undefined)
    ? undefined
    : (state?.chosen?.teller ?? hand.told[field.id] ?? 'worker');
  const choose = (given: Entry | undefined) => {
    onWrite();
    void writing.choose(field.id, given);
  };

  return (
    <section class="acting-field" aria-label={words(field.label)}>
      <h2 class="acting-question">
        {question}
        {field.optional && <span class="acting-optional"> {t('acting:optional')}</span>}{' '}
        <Tag tone={teller ? TONES[teller] : 'plain'}>{sayWhose(teller, t)}</Tag>
      </h2>
      {field.hint && <p class="field-hint">{words(field.hint)}</p>}
      {state && (
        <BesideField
          field={field}
          entry={entry}
          state={state}
          hold={hold}
          take={(given) => {
            if (isSecret) setCovered(true);
            void writing.choose(field.id, given);
          }}
        />
      )}
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
          onType={(given) => {
            onWrite();
            writing.type(field.id, given);
          }}
          onChoose={choose}
          onLeave={() => {
            void writing.flush();
            if (isSecret) setCovered(true);
          }}
          keepAll={async () => void (await writing.flush())}
          onWork={onWork}
        />
      )}
      {state?.needsReason && (
        <ReasonBox
          field={field}
          reason={hand.reasons[field.id] ?? ''}
          onReason={(reason) => hold((was) => ({ ...was, reasons: { ...was.reasons, [field.id]: reason } }))}
        />
      )}
      {field.remember === 'telephone' && typed === '' && office && (
        <button
          type="button"
          class="hall-button acting-no-phone"
          onClick={() => choose({ type: 'typed', typed: office.telephone })}
        >
          {t('acting:no_phone', { number: office.telephone })}
        </button>
      )}
      <CallFirst field={field} entry={entry} />
    </section>
  );
}
