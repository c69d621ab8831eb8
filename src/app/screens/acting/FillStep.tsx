/** The fast form: all questions of the matter that the mandate covers, on one page. */
import { useRef, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { ErrorSummary } from '#app/parts/ErrorSummary.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { ScreenTitle } from '#app/parts/ScreenTitle.tsx';
import { dayOf } from '#app/say.ts';
import { sayAnswerRefusal } from '#app/screens/question/say-answer-refusal.ts';
import { useDraft } from '#app/screens/question/use-draft.ts';
import { useWords } from '#app/use-words.ts';
import type { AnswerRefusal } from '#domain/answers/answer.ts';
import { askedFields, givenFor } from '#domain/answers/asked.ts';
import { answersOf } from '#domain/answers/read-entry.ts';
import { ActingField } from './ActingField.tsx';
import type { ActingSession } from './use-acting.ts';
import '#app/screens/question/question.css';

type Props = { readonly session: ActingSession; readonly onDone: () => void };

export function FillStep({ session, onDone }: Props) {
  const t = useT();
  const words = useWords();
  const { now } = useDeps();
  const { mandate } = session;
  const { state, writing } = useDraft(mandate.requestId);
  const [open, setOpen] = useState<Readonly<Record<string, AnswerRefusal>>>({});
  /** Photos that are still being made small. */
  const workRef = useRef<Promise<unknown>>(Promise.resolve());
  if (state.at !== 'here') return <p>{t('common:loading')}</p>;

  const { matter, entries } = state.draft;
  const fields = askedFields(matter, entries).filter(
    (field) => !field.sensitive || mandate.sensitive.includes(field.id),
  );
  const errorOf = (id: string) => {
    const field = matter.fields.find((one) => one.id === id);
    const refusal = open[id];
    return field && refusal && sayAnswerRefusal(words(field.label), refusal, t);
  };

  async function done(): Promise<void> {
    await workRef.current;
    const kept = await writing.flush();
    const answers = answersOf(matter, entries, dayOf(now()));
    if (!answers.ok)
      return setOpen(Object.fromEntries(answers.reason.map(({ field, refusal }) => [field, refusal])));
    if (kept === 'kept') onDone();
  }

  return (
    <>
      {Object.keys(open).length > 0 && (
        <ErrorSummary
          title={t('common:error.title')}
          errors={Object.keys(open).map((id) => ({ href: `#answer-${id}`, text: errorOf(id) ?? id }))}
        />
      )}
      <ScreenTitle title={t('acting:fill')}>{words(matter.title)}</ScreenTitle>
      {session.saidNo && (
        <Notice tone="sun" icon="pen" title={t('acting:said_no')}>
          <p>{t('acting:said_no.line')}</p>
        </Notice>
      )}
      {writing.kept === 'not-kept' && (
        <Notice tone="clay" icon="warn" title={t('question:not_kept.title')} live>
          <p>{t('question:not_kept.line')}</p>
        </Notice>
      )}
      <form
        noValidate
        class="acting-form"
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void done();
        }}
      >
        {fields.map((field) => (
          <ActingField
            key={field.id}
            field={field}
            draftId={mandate.requestId}
            entry={givenFor(entries, field.id)}
            error={errorOf(field.id)}
            writing={writing}
            onWork={(work) => {
              workRef.current = Promise.all([workRef.current, work]);
            }}
          />
        ))}
        <BigButton look="main" type="submit" icon="people">
          {mandate.agreed.how === 'cannot-agree' ? t('acting:fill.check') : t('acting:fill.turn')}
        </BigButton>
      </form>
    </>
  );
}
