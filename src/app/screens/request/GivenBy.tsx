/** Whose words an answer is, and what was said for it before, with the reason why it was changed. */
import { sayEntry, type AnswerWordsContext } from '#app/answer-words.ts';
import { sayWhen } from '#app/say.ts';
import type { T } from '#app/i18n.ts';
import type { Field } from '#domain/matter/matter.ts';
import type { Given, Value } from '#domain/request/draft.ts';

export type GivenContext = AnswerWordsContext & { readonly today: string; readonly now: number };

/** 您自己填的, 李敏填的, 社区记录里的. */
export function sayTeller({ teller, by, byName }: Pick<Given, 'teller' | 'by' | 'byName'>, t: T): string {
  if (teller === 'office') return t('request:given.office');
  const name = byName ?? (by.role === 'helper' ? t('done-for-me:family') : t('request:state.office'));
  if (teller !== 'resident') return t('request:given.other', { name });
  return by.role === 'resident' ? t('request:given.you') : t('request:given.you_told', { name });
}

type Props = { readonly given: Given | undefined; readonly field: Field; readonly context: GivenContext };

export function EarlierWords({ given, field, context }: Props) {
  const { t } = context;
  if (!given || (given.earlier.length === 0 && given.reason === undefined)) return null;
  return (
    <div class="request-earlier">
      {given.reason !== undefined && <p>{t('request:given.why', { why: given.reason })}</p>}
      {given.earlier.map((value) => (
        <p key={value.id}>{sayEarlier(value, field, context)}</p>
      ))}
    </div>
  );
}

export function sayEarlier(value: Value, field: Field, context: GivenContext): string {
  const { t } = context;
  return t('request:given.earlier', {
    teller: sayTeller(value, t),
    when: sayWhen(value.at, context),
    value: sayEntry(field, value.entry, context),
  });
}
