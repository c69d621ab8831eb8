/** The fast form: all questions of the matter on one page; those outside the mandate stand closed. */
import { useState } from 'preact/hooks';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { ErrorSummary } from '#app/parts/ErrorSummary.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { ScreenTitle } from '#app/parts/ScreenTitle.tsx';
import { useDraft, type Writing } from '#app/screens/question/use-draft.ts';
import { sayRefusal } from '#app/screens/request/say-refusal.ts';
import { useWords } from '#app/use-words.ts';
import type { Entry } from '#domain/answers/answer.ts';
import { askedFields, givenFor } from '#domain/answers/asked.ts';
import type { Draft } from '#domain/request/draft.ts';
import { ActingField } from './ActingField.tsx';
import { isClosed, isHanded, type ActingSession } from './acting-session.ts';
import { Closed } from './Closed.tsx';
import { fieldState } from './handed-form.ts';
import type { Acting } from './use-acting.ts';
import { useFilling } from './use-filling.ts';
import '#app/screens/question/question.css';

type Props = {
  readonly session: ActingSession;
  /** Of a hand-over; it grows while the resident goes on writing. */
  readonly draft: Draft | undefined;
  readonly acting: Acting;
};

export function FillStep({ session, draft, acting }: Props) {
  const t = useT();
  const { state, writing } = useDraft(session.mandate.requestId);
  if (state.at !== 'here' || (isHanded(session) && !draft)) return <p>{t('common:loading')}</p>;
  return (
    <Form session={session} draft={draft} acting={acting} entries={state.draft.entries} writing={writing} />
  );
}

type FormProps = Props & {
  readonly entries: Readonly<Record<string, Entry>>;
  readonly writing: Writing;
};

function Form({ session, draft, acting, entries, writing }: FormProps) {
  const t = useT();
  const words = useWords();
  const { mandate, matter, hand } = session;
  /** The resident says it, and the worker writes it down. */
  const [speaks, setSpeaks] = useState(false);
  const { open, errorOf, trouble, onWork, done } = useFilling({ session, draft, acting, entries, writing });
  const fields = askedFields(matter, entries);

  function write(field: string): void {
    const state = draft && fieldState(draft, hand, field, entries[field]);
    const replaces = state?.known.some(({ teller }) => teller === 'resident') ?? false;
    const teller = speaks && !replaces ? 'resident' : 'worker';
    if (hand.told[field] !== teller)
      acting.hold((was) => ({ ...was, told: { ...was.told, [field]: teller } }));
  }

  return (
    <>
      {open.length > 0 && (
        <ErrorSummary
          title={t('common:error.title')}
          errors={open.map((id) => ({ href: `#answer-${id}`, text: errorOf(id) ?? id }))}
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
      <p class="hall-row acting-ways">
        <button
          type="button"
          class="hall-button"
          onClick={() => void writing.flush().then((kept) => kept === 'kept' && acting.turn())}
        >
          {t('acting:turn')}
        </button>
        <button type="button" class="hall-button" aria-pressed={speaks} onClick={() => setSpeaks(!speaks)}>
          {t('acting:speaks')}
        </button>
      </p>
      <form
        noValidate
        class="acting-form"
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void done();
        }}
      >
        {fields.map((field) =>
          isClosed(field, mandate) ? (
            <Closed key={field.id} field={field} error={errorOf(field.id)} handed={isHanded(session)} />
          ) : (
            <ActingField
              key={field.id}
              field={field}
              draftId={mandate.requestId}
              entry={givenFor(entries, field.id)}
              error={errorOf(field.id)}
              writing={writing}
              onWork={onWork}
              onWrite={() => write(field.id)}
              hand={hand}
              hold={acting.hold}
              draft={draft}
            />
          ),
        )}
        {trouble && (
          <div role="alert">
            <Notice
              tone="clay"
              icon="warn"
              title={trouble.at === 'refused' ? t('acting:not_filled') : t('acting:not_kept')}
            >
              <p>{trouble.at === 'refused' ? sayRefusal(trouble.refused, t) : t('acting:not_kept.line')}</p>
            </Notice>
          </div>
        )}
        <BigButton look="main" type="submit" icon="people">
          {mandate.agreed.how === 'cannot-agree' ? t('acting:fill.check') : t('acting:fill.turn')}
        </BigButton>
      </form>
    </>
  );
}
