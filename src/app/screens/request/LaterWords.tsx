/** What was given after the sending, or too late to be seen at it: beside the answers, never over them. */
import { AnswerList } from '#app/parts/AnswerList.tsx';
import { sayEntry } from '#app/answer-words.ts';
import { sayWhen } from '#app/say.ts';
import type { Matter } from '#domain/matter/matter.ts';
import type { Value } from '#domain/request/draft.ts';
import { inLanguage } from '#domain/words.ts';
import { sayTeller, type GivenContext } from './GivenBy.tsx';

type Props = { readonly later: readonly Value[]; readonly matter: Matter; readonly context: GivenContext };

export function LaterWords({ later, matter, context }: Props) {
  const { t, language } = context;
  const rows = later.flatMap((value) => {
    const field = matter.fields.find(({ id }) => id === value.field);
    if (!field) return [];
    const note = t('request:given.when', { teller: sayTeller(value, t), when: sayWhen(value.at, context) });
    return [
      {
        id: `${value.id} ${value.field}`,
        label: inLanguage(field.label, language),
        value: sayEntry(field, value.entry, context),
        note: { text: note, tone: 'sky' as const },
      },
    ];
  });
  return (
    <>
      <h2>{t('request:later.title')}</h2>
      <p>{t('request:later.line')}</p>
      <AnswerList rows={rows} />
    </>
  );
}
