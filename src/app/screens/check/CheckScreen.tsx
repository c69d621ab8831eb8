/** Everything that was answered, on one page, with "change" beside each; then send. */
import { useDeps } from '#app/deps.ts';
import { sayAnswer } from '#app/answer-words.ts';
import { useLanguage, useT } from '#app/i18n.ts';
import { Opening } from '#app/frame/Lost.tsx';
import { Page } from '#app/frame/Page.tsx';
import { AnswerList } from '#app/parts/AnswerList.tsx';
import { BigButton } from '#app/parts/BigButton.tsx';
import { PhotoRow } from '#app/parts/PhotoRow.tsx';
import { dayOf } from '#app/say.ts';
import { ForElder } from '#app/screens/helping/ForElder.tsx';
import { matterPath } from '#app/screens/helping/for-elder.ts';
import { GoneDraft } from '#app/screens/question/GoneDraft.tsx';
import { helpPath } from '#app/screens/question/help-path.ts';
import { sayAnswerRefusal } from '#app/screens/question/say-answer-refusal.ts';
import { usePhotoUrls } from '#app/screens/request/use-photo-urls.ts';
import { useKnownOffice } from '#app/use-known-office.ts';
import { useWords } from '#app/use-words.ts';
import { askedFields, givenFor, previousField } from '#domain/answers/asked.ts';
import { readEntry } from '#domain/answers/read-entry.ts';
import type { Field } from '#domain/matter/matter.ts';
import type { Office } from '#domain/office/office.ts';
import { CheckTrouble } from './CheckTrouble.tsx';
import { filledInBy, TwoHands } from './TwoHands.tsx';
import { useCheck, type Checked, type CheckState } from './use-check.ts';

export function CheckScreen({ id }: { readonly id: string }) {
  const { checked, isGone, state, send, choose } = useCheck(id);
  const known = useKnownOffice();
  if (isGone) return <GoneDraft />;
  if (!checked || !known) return <Opening />;
  return (
    <ForElder draft={checked.draft}>
      <Check
        checked={checked}
        office={known.office}
        state={state}
        onSend={() => void send(checked)}
        onChoose={choose}
      />
    </ForElder>
  );
}

type Props = {
  readonly checked: Checked;
  readonly office: Office | undefined;
  readonly state: CheckState;
  readonly onSend: () => void;
  readonly onChoose: (field: string, stepId: string) => void;
};

function Check({ checked, office, state, onSend, onChoose }: Props) {
  const t = useT();
  const words = useWords();
  const { draft, entries } = checked;
  const { matter } = draft;
  const last = previousField(matter, entries, 'check');
  const changePath = (field: Pick<Field, 'id'>) => `/draft/${draft.id}/${field.id}`;
  const { base } = useDeps();
  const labelOf = (id: string) => {
    const field = matter.fields.find((one) => one.id === id);
    return field ? words(field.label) : id;
  };
  const errors =
    state.at === 'open'
      ? state.open.map(({ field, refusal }) =>
          refusal === 'differs'
            ? { href: `#differs-${field}`, text: t('check:differs.choose', { label: labelOf(field) }) }
            : {
                href: `${base}${changePath({ id: field })}?from=check`,
                text: sayAnswerRefusal(labelOf(field), refusal, t),
              },
        )
      : undefined;

  return (
    <Page
      title={t('check:title')}
      back={last ? changePath(last) : matterPath(draft)}
      errors={errors}
      help={helpPath(draft, 'check')}
      bottom={
        <BigButton look="main" icon="send" busy={state.at === 'keeping'} onPress={onSend}>
          {state.at === 'keeping' ? t('check:sending') : t('check:send')}
        </BigButton>
      }
    >
      <CheckTrouble state={state} />
      <p>{t('check:line')}</p>
      <TwoHands checked={checked} office={office} isOpen={state.at === 'open'} onChoose={onChoose} />
      <Answers
        checked={checked}
        office={office}
        hrefOf={(field) => `${base}${changePath(field)}?from=check`}
      />
      <p>{t('check:later')}</p>
    </Page>
  );
}

type AnswersProps = Pick<Props, 'checked' | 'office'> & { readonly hrefOf: (field: Field) => string };

function Answers({ checked, office, hrefOf }: AnswersProps) {
  const t = useT();
  const words = useWords();
  const language = useLanguage();
  const { base, now } = useDeps();
  const { draft, entries } = checked;
  const { matter } = draft;
  const asked = askedFields(matter, entries);
  const photos = asked.flatMap((field) => {
    const entry = givenFor(entries, field.id);
    return entry?.type === 'photos' ? entry.photos : [];
  });
  const urls = usePhotoUrls(photos);
  // In a hall others can see the screen; on one's own phone one wants to see what one typed.
  const context = { t, language, office, masked: base === '/kiosk' };

  const rows = asked.map((field) => {
    const label = words(field.label);
    const read = readEntry(field, givenFor(entries, field.id), dayOf(now()));
    const change = { href: hrefOf(field), label: t('check:change', { label }), word: t('common:change') };
    if (!read.ok) {
      const note = { text: sayAnswerRefusal(label, read.reason, t), tone: 'clay' as const };
      return { id: field.id, label, value: t('check:not_yet'), change, note };
    }
    const answer = read.value;
    const value =
      answer?.type === 'photos' && answer.photos.length > 0 ? (
        <PhotoRow
          photos={answer.photos.map(({ id }, place) => ({
            id,
            url: urls[id],
            label: t('question:photos.label', { number: place + 1 }),
          }))}
        />
      ) : (
        sayAnswer(field, answer, context)
      );
    const by = filledInBy(checked, field.id, t);
    const note = by === undefined ? undefined : { text: by, tone: 'sky' as const };
    return { id: field.id, label, value, change, note };
  });
  return <AnswerList rows={rows} />;
}
