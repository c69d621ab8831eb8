/** One question a screen: the question is the heading, one thing to answer, one button to go on. */
import { useT } from '#app/i18n.ts';
import { Opening } from '#app/frame/Lost.tsx';
import { Page } from '#app/frame/Page.tsx';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { useWords } from '#app/use-words.ts';
import { stepOf } from '#domain/answers/asked.ts';
import type { Field } from '#domain/matter/matter.ts';
import type { DraftRow } from '#storage/database.ts';
import type { RememberedEntries } from '#storage/remembered.ts';
import { ForElder } from '../helping/ForElder.tsx';
import { CallFirst } from './CallFirst.tsx';
import { FieldInput } from './FieldInput.tsx';
import { GoneDraft } from './GoneDraft.tsx';
import { helpPath } from './help-path.ts';
import { sayAnswerRefusal } from './say-answer-refusal.ts';
import { useDraft, type Writing } from './use-draft.ts';
import { useQuestion } from './use-question.ts';
import './question.css';

const FORM = 'question';

export function QuestionScreen({ id, place }: { readonly id: string; readonly place: string }) {
  const { state, writing } = useDraft(id);
  if (state.at === 'loading') return <Opening />;
  const field = state.at === 'here' ? state.draft.matter.fields.find((one) => one.id === place) : undefined;
  if (state.at === 'gone' || !field) return <GoneDraft />;
  return (
    <ForElder draft={state.draft}>
      <OneQuestion draft={state.draft} before={state.before} field={field} writing={writing} />
    </ForElder>
  );
}

type Props = {
  readonly draft: DraftRow;
  readonly field: Field;
  readonly before: RememberedEntries;
  readonly writing: Writing;
};

function OneQuestion(props: Props) {
  const t = useT();
  const words = useWords();
  const { draft, field, writing } = props;
  const { entry, isFromLastTime, toCheck, refusal, waitFor, keepAll, next, skip, back } = useQuestion(props);
  const question = words(field.question);
  const id = `answer-${field.id}`;
  const error = refusal && sayAnswerRefusal(words(field.label), refusal, t);
  const isUnknown = entry?.type === 'unknown';

  return (
    <Page
      title={question}
      step={toCheck ? undefined : sayStep(draft, field, t)}
      back={() => void back()}
      help={helpPath(draft, field.id)}
      errors={error ? [{ href: `#${id}`, text: error }] : undefined}
      bottom={
        <BigButton look="main" type="submit" form={FORM}>
          {toCheck ? t('question:back_to_check') : t('common:next')}
        </BigButton>
      }
    >
      {writing.kept === 'not-kept' && (
        <Notice tone="clay" icon="warn" title={t('question:not_kept.title')} live>
          <p>{t('question:not_kept.line')}</p>
        </Notice>
      )}
      <form
        id={FORM}
        noValidate
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void next();
        }}
      >
        {field.hint && <p>{words(field.hint)}</p>}
        {field.optional && <p>{t('question:optional')}</p>}
        {isFromLastTime && <p class="question-before">{t('question:remembered')}</p>}
        <FieldInput
          key={field.id}
          field={field}
          id={id}
          draftId={draft.id}
          question={question}
          entry={entry}
          error={error}
          onType={(given) => writing.type(field.id, given)}
          onChoose={(given) => void writing.choose(field.id, given)}
          onLeave={() => void writing.flush()}
          keepAll={keepAll}
          onWork={waitFor}
        />
      </form>
      <CallFirst key={field.id} field={field} entry={entry} />
      {field.optional && entry && !isUnknown && (
        <BigButton look="quiet" onPress={() => void skip()}>
          {t('question:skip')}
        </BigButton>
      )}
      <div class="question-why">
        <p>{t('question:why', { why: words(field.why) })}</p>
        <p>{t('question:keep', { number: field.keepDays })}</p>
        {field.sensitive && <p>{t('question:sensitive')}</p>}
      </div>
    </Page>
  );
}

/** "Of so many" is said only while no later question hangs on an answer that may still change it. */
function sayStep({ matter, entries }: DraftRow, field: Field, t: ReturnType<typeof useT>): string {
  const { n, of } = stepOf(matter, entries, field.id);
  const place = matter.fields.indexOf(field);
  const isOpen = matter.fields.some(({ onlyIf }, later) => {
    const decider = matter.fields.findIndex((one) => one.id === onlyIf?.field);
    return onlyIf !== undefined && later > place && decider >= place;
  });
  return isOpen ? t('question:step.open', { n }) : t('question:step', { n, of });
}
