/** What else was said: before the answer that was sent, with why it was replaced; and what came after the sending. */
import { useOffice } from '#app/frame/use-office.ts';
import { useHall } from '#app/hall/hall-context.ts';
import { maskNumbersIn } from '#app/hall/mask.ts';
import { useLanguage, useT } from '#app/i18n.ts';
import { AnswerList } from '#app/parts/AnswerList.tsx';
import { sayEntry } from '#app/screens/acting/say-entry.ts';
import type { Field, Matter } from '#domain/matter/matter.ts';
import type { Given, Value } from '#domain/request/draft.ts';
import { inLanguage } from '#domain/words.ts';
import { LazyPhotos } from './LazyPhotos.tsx';

type EarlierProps = { readonly field: Field; readonly given: Given | undefined };

export function Earlier({ field, given }: EarlierProps) {
  const t = useT();
  const say = useSaying();
  if (!given || (given.earlier.length === 0 && given.reason === undefined)) return null;
  return (
    <span class="hall-earlier">
      {given.earlier.map((value) => (
        <span key={value.id}>
          {t('hall-request:earlier', { whose: t(`hall-request:answers.by_${value.teller}`) })}{' '}
          <q>{say(field, value)}</q>
        </span>
      ))}
      {given.reason !== undefined && (
        <span>{t('hall-request:earlier.reason', { reason: given.reason })}</span>
      )}
    </span>
  );
}

type LaterProps = { readonly values: readonly Value[]; readonly matter: Matter | undefined };

/** Beside the answers, never over them: whoever works on the request decides what it changes. */
export function Later({ values, matter }: LaterProps) {
  const t = useT();
  const language = useLanguage();
  const say = useSaying();
  return (
    <section aria-labelledby="hall-later">
      <h2 id="hall-later">{t('hall-request:later')}</h2>
      <AnswerList
        rows={values.map((value, at) => {
          const field = matter?.fields.find(({ id }) => id === value.field);
          const label = field
            ? inLanguage(field.label, language)
            : t('hall-request:answers.nameless', { place: at + 1 });
          const { entry } = value;
          return {
            id: `${value.id} ${value.field}`,
            label,
            value:
              entry.type === 'photos' ? (
                <LazyPhotos photos={entry.photos} label={label} />
              ) : (
                <span class="hall-said">{field ? say(field, value) : '…'}</span>
              ),
            note: t(`hall-request:answers.by_${value.teller}`),
          };
        })}
      />
    </section>
  );
}

function useSaying(): (field: Field, value: Value) => string {
  const t = useT();
  const language = useLanguage();
  const office = useOffice();
  const { settings } = useHall();
  return (field, value) => {
    if (settings.masked && (value.entry.type === 'address' || field.remember === 'name'))
      return t('hall-request:masked');
    const said = sayEntry(field, value.entry, {
      t,
      language,
      office,
      ...(settings.masked && { masked: true }),
    });
    return settings.masked ? maskNumbersIn(said) : said;
  };
}
