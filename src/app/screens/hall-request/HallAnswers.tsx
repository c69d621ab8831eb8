/** What the resident asked for, question by question, with who gave each answer. */
import { useHall } from '#app/hall/hall-context.ts';
import { maskName, maskNumbersIn } from '#app/hall/mask.ts';
import { useLanguage, useT, type T } from '#app/i18n.ts';
import { AnswerList, type AnswerRow } from '#app/parts/AnswerList.tsx';
import type { Answer } from '#domain/answers/answer.ts';
import type { Field, Matter } from '#domain/matter/matter.ts';
import type { Request } from '#domain/request/request.ts';
import { inLanguage } from '#domain/words.ts';
import { LazyPhotos } from './LazyPhotos.tsx';
import { Earlier, Later } from './OtherWords.tsx';
import { SecretNumber } from './SecretNumber.tsx';

type Props = {
  readonly request: Request;
  readonly matter: Matter | undefined;
  readonly say: (field: Field, answer: Answer) => string;
};

export function HallAnswers({ request, matter, say }: Props) {
  const t = useT();
  const language = useLanguage();
  const given = matter
    ? matter.fields.flatMap((field) => {
        const answer = request.answers[field.id];
        return answer ? [{ id: field.id, label: inLanguage(field.label, language), field, answer }] : [];
      })
    : Object.entries(request.answers).map(([id, answer], at) => ({
        id,
        label: t('hall-request:answers.nameless', { place: at + 1 }),
        field: undefined,
        answer,
      }));

  return (
    <section aria-labelledby="hall-answers">
      <h2 id="hall-answers">{t('hall-request:answers')}</h2>
      <AnswerList
        rows={given.map(({ id, label, field, answer }) => ({
          id,
          label,
          value: (
            <>
              <Value label={label} field={field} answer={answer} say={say} />
              {field && <Earlier field={field} given={request.given?.[id]} />}
            </>
          ),
          note: whoseNote(request, id, t),
        }))}
      />
      {request.later && <Later values={request.later} matter={matter} />}
    </section>
  );
}

/** Whose words an answer is. Older requests say only who filed them. */
function whoseNote(request: Request, field: string, t: T): AnswerRow['note'] {
  const teller = request.given?.[field]?.teller ?? (request.mandate ? 'worker' : 'resident');
  const text = t(`hall-request:answers.by_${teller}`);
  return teller === 'resident' || teller === 'helper' ? text : { text, tone: 'sky' };
}

type ValueProps = {
  readonly label: string;
  /** `undefined` while the matter is not here: then only what speaks for itself is shown. */
  readonly field: Field | undefined;
  readonly answer: Answer;
  readonly say: Props['say'];
};

function Value({ label, field, answer, say }: ValueProps) {
  const { settings } = useHall();
  const t = useT();
  if (answer.type === 'photos' && answer.photos.length > 0)
    return <LazyPhotos photos={answer.photos} label={label} />;
  if (!field) return answer.type === 'words' && !settings.masked ? <>{answer.words}</> : <>…</>;
  if (settings.masked) return <>{covered(field, answer, say, t('hall-request:masked'))}</>;
  if (answer.type === 'words' && field.type === 'resident-id')
    return <SecretNumber label={label} number={answer.words} />;
  if (answer.type === 'words' && field.type === 'telephone')
    return <a href={`tel:${answer.words}`}>{answer.words}</a>;
  return (
    <span class={field.type === 'long-text' ? 'hall-said hall-long' : 'hall-said'}>{say(field, answer)}</span>
  );
}

/** `say` covers ID numbers and telephones by itself. */
function covered(field: Field, answer: Answer, say: Props['say'], masked: string): string {
  if (answer.type === 'address') return masked;
  if (answer.type !== 'words' || field.type === 'resident-id' || field.type === 'telephone')
    return say(field, answer);
  const isName = field.remember === 'name' || field.remember === 'contact-name';
  return isName ? maskName(answer.words) : maskNumbersIn(answer.words);
}
