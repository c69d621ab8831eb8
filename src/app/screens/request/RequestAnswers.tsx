/** What the resident told the office, question by question, as it was told. */
import { sayAnswer } from '#app/answer-words.ts';
import { useLanguage, useT } from '#app/i18n.ts';
import { AnswerList } from '#app/parts/AnswerList.tsx';
import { PhotoRow } from '#app/parts/PhotoRow.tsx';
import type { Field, Matter } from '#domain/matter/matter.ts';
import type { Office } from '#domain/office/office.ts';
import type { Request } from '#domain/request/request.ts';
import { inLanguage } from '#domain/words.ts';
import { dayOf } from '#app/say.ts';
import { EarlierWords, sayTeller } from './GivenBy.tsx';
import './request.css';

type Props = {
  readonly request: Request;
  readonly matter: Matter;
  readonly office: Office | undefined;
  readonly urls: Readonly<Record<string, string>>;
  /** ms since 1970. */
  readonly now: number;
};

export function RequestAnswers({ request, matter, office, urls, now }: Props) {
  const t = useT();
  const language = useLanguage();
  const given = matter.fields.filter((field) => request.answers[field.id] !== undefined);

  function value(field: Field) {
    const answer = request.answers[field.id];
    if (answer?.type !== 'photos' || answer.photos.length === 0)
      return sayAnswer(field, answer, { t, language, office });
    const photos = answer.photos.map(({ id }, place) => {
      const label = t('request:photo.yours', { n: place + 1 });
      return { id, label: urls[id] ? label : `${label}。${t('request:photo.not_here')}`, url: urls[id] };
    });
    return <PhotoRow photos={photos} />;
  }

  const context = { t, language, office, now, today: dayOf(now) };
  function noteOf(field: Field) {
    const given = request.given?.[field.id];
    if (given) return { note: { text: sayTeller(given, t), tone: 'sky' as const } };
    return request.mandate && { note: { text: t('request:answers.by_worker'), tone: 'sky' as const } };
  }

  return (
    <AnswerList
      rows={given.map((field) => ({
        id: field.id,
        label: inLanguage(field.label, language),
        value: (
          <>
            {value(field)}
            <EarlierWords given={request.given?.[field.id]} field={field} context={context} />
          </>
        ),
        ...noteOf(field),
      }))}
    />
  );
}
