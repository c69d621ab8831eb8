/** Who answers for a matter and how long they have, each limit with where the figure comes from. */
import { useT, type T } from '#app/i18n.ts';
import { useWords } from '#app/use-words.ts';
import type { Condition, Limit, Matter } from '#domain/matter/matter.ts';
import type { Words } from '#domain/words.ts';

export function WhoAndWhen({ matter }: { readonly matter: Matter }) {
  const t = useT();
  const words = useWords();
  // Several cases often have the same limit; each limit is said once.
  const cases = new Map<string, readonly string[]>();
  for (const limit of matter.limits) {
    const said = sayLimit(limit, t);
    cases.set(said, [...(cases.get(said) ?? []), sayCase(matter, limit, t, words)]);
  }
  const byLimit = [...cases];
  return (
    <section class="matter-part">
      <h2>{t('matter:who')}</h2>
      <p>{t('matter:who.line', { who: words(matter.accountable) })}</p>
      <dl class="matter-list">
        {byLimit.map(([limit, cases]) => (
          <div key={limit}>
            {cases.map((one) => (
              <dt key={one}>{one}</dt>
            ))}
            <dd>{limit}</dd>
          </div>
        ))}
      </dl>
      {sources(matter).map(({ line, checked }) => (
        <p key={line['zh-CN']} class="matter-source">
          {t('matter:limit.source', { line: words(line), checked })}
        </p>
      ))}
    </section>
  );
}

function sayLimit({ within }: Limit, t: T): string {
  return 'hours' in within
    ? t('matter:limit.hours', { number: within.hours })
    : t('matter:limit.days', { number: within.workingDays });
}

function sayCase(matter: Matter, { when }: Limit, t: T, words: (words: Words) => string): string {
  if (!when) return matter.limits.length === 1 ? t('matter:limit.only') : t('matter:limit.else');
  const field = matter.fields.find((one) => one.id === when.field);
  if (!field) return t('matter:limit.else');
  return t('matter:limit.when', { label: words(field.label), is: sayIs(matter, when, t, words) });
}

function sayIs(matter: Matter, { field: id, is }: Condition, t: T, words: (words: Words) => string): string {
  const field = matter.fields.find((one) => one.id === id);
  const options = field?.type === 'choice' || field?.type === 'choices' ? field.options : [];
  const option = options.find((one) => one.id === is);
  if (option) return words(option.label);
  return is === 'yes' ? t('common:yes') : t('common:no');
}

/** One source often stands behind several limits; it is said once. */
function sources(matter: Matter): readonly Limit['source'][] {
  const byLine = new Map(matter.limits.map(({ source }) => [source.line['zh-CN'], source]));
  return [...byLine.values()];
}
