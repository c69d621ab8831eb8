/** What else was said for a question of a hand-over: two values to choose from, one that has just come, and earlier words. */
import { useLanguage, useT } from '#app/i18n.ts';
import { useOffice } from '#app/frame/use-office.ts';
import { ChoiceList } from '#app/parts/ChoiceList.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { LazyPhotos } from '#app/screens/hall-request/LazyPhotos.tsx';
import { useWords } from '#app/use-words.ts';
import type { Entry } from '#domain/answers/answer.ts';
import type { Field } from '#domain/matter/matter.ts';
import type { Value } from '#domain/request/draft.ts';
import type { FieldState, Hand } from './handed-form.ts';
import { sayEntry, sayWhose } from './say-entry.ts';

type Props = {
  readonly field: Field;
  readonly entry: Entry | undefined;
  readonly state: FieldState;
  readonly hold: (how: (hand: Hand) => Hand) => void;
  /** Into the box. */
  readonly take: (entry: Entry) => void;
};

export function BesideField({ field, entry, state, hold, take }: Props) {
  const t = useT();
  const words = useWords();
  const language = useLanguage();
  const office = useOffice();
  const label = words(field.label);
  const say = (value: Value) => sayEntry(field, value.entry, { t, language, office });
  const { known, fresh, others, chosen } = state;
  const differ = known.length > 1;
  const earlier = others.filter(({ id }) => !differ || !known.some((value) => value.id === id));

  function pick(value: Value, seen: readonly Value[]): void {
    hold((was) => ({
      ...was,
      seen: [...was.seen, ...seen.map(({ id }) => id)],
      picks: { ...was.picks, [field.id]: value.id },
    }));
    take(value.entry);
  }
  /** What is in the box stays; what came is seen. */
  function stay(): void {
    hold((was) => ({
      ...was,
      seen: [...was.seen, ...fresh.map(({ id }) => id)],
      ...(chosen && { picks: { ...was.picks, [field.id]: chosen.id } }),
    }));
  }

  return (
    <>
      {fresh.map((value) => (
        <div role="alert" key={value.id}>
          <Notice tone="sun" icon="pen" title={t('acting:fresh', { whose: sayWhose(value.teller, t) })}>
            <p class="acting-said">{say(value)}</p>
            <Photos value={value} label={label} />
            <p class="hall-row">
              <button type="button" class="hall-button" onClick={() => pick(value, fresh)}>
                {t('acting:fresh.take')}
              </button>
              <button type="button" class="hall-button" onClick={stay}>
                {entry ? t('acting:fresh.stay') : t('acting:fresh.leave')}
              </button>
            </p>
          </Notice>
        </div>
      ))}
      {differ && (
        <ChoiceList
          name={`acting-either-${field.id}`}
          label={t('acting:either')}
          labelShown
          options={known.map((value) => ({
            id: value.id,
            label: say(value),
            hint: sayWhose(value.teller, t),
          }))}
          chosen={chosen?.id}
          onChoose={(id) => {
            const value = known.find((one) => one.id === id);
            if (value) pick(value, []);
          }}
        />
      )}
      {earlier.map((value) => (
        <p key={value.id} class="acting-earlier">
          {t('acting:earlier', { whose: sayWhose(value.teller, t) })} <q>{say(value)}</q>
          {value.reason !== undefined && <> {t('acting:earlier.reason', { reason: value.reason })}</>}
        </p>
      ))}
    </>
  );
}

function Photos({ value, label }: { readonly value: Value; readonly label: string }) {
  return value.entry.type === 'photos' ? <LazyPhotos photos={value.entry.photos} label={label} /> : null;
}
