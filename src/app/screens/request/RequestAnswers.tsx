/** What the resident told the office, question by question, as it was told. */
import { sayAnswer } from '#app/answer-words.ts';
import { useLanguage, useT } from '#app/i18n.ts';
import { AnswerList } from '#app/parts/AnswerList.tsx';
import { PhotoRow } from '#app/parts/PhotoRow.tsx';
import type { Field, Matter } from '#domain/matter/matter.ts';
import type { Office } from '#domain/office/office.ts';
import type { Request } from '#domain/request/request.ts';
import { inLanguage } from '#domain/words.ts';

type Props = {
  readonly request: Request;
  readonly matter: Matter;
  readonly office: Office | undefined;
  readonly urls: Readonly<Record<string, string>>;
};

export function RequestAnswers({ request, matter, office, urls }: Props) {
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

  return (
    <AnswerList
      rows={given.map((field) => ({
        id: field.id,
        label: inLanguage(field.label, language),
        value: value(field),
        ...(request.mandate && { note: { text: t('request:answers.by_worker'), tone: 'sky' as const } }),
      }))}
    />
  );
}
