/** When somebody may come: from tomorrow on, each day with its morning and afternoon. */
import { useDeps } from '#app/deps.ts';
import { sayWholeDay } from '#app/answer-words.ts';
import { useLanguage, useT } from '#app/i18n.ts';
import { ChoiceMany } from '#app/parts/ChoiceMany.tsx';
import { dayOf } from '#app/say.ts';
import type { Slot } from '#domain/answers/answer.ts';
import type { FieldProps } from './field-props.ts';

const DAY_MS = 86_400_000;
const PARTS = ['morning', 'afternoon'] as const;

export function SlotsField({ field, id, entry, error, onChoose }: FieldProps<'slots'>) {
  const t = useT();
  const language = useLanguage();
  const { now } = useDeps();
  const days = Array.from({ length: field.days }, (_, place) => dayOf(now() + (place + 1) * DAY_MS));
  // A draft that lay for days may hold a day that has passed: it is not offered any more.
  const slots = entry?.type === 'slots' ? entry.slots.filter(({ date }) => days.includes(date)) : [];

  function toggle(date: string, part: string): void {
    const kept = slots.filter((slot) => slot.date !== date || slot.part !== part);
    const added = PARTS.filter((one) => one === part).map((one): Slot => ({ date, part: one }));
    onChoose({ type: 'slots', slots: kept.length < slots.length ? kept : [...slots, ...added] });
  }

  return (
    <div class="question-slots">
      {!field.hint && <p>{t('question:slots.most', { number: field.most })}</p>}
      {days.map((date, place) => (
        <ChoiceMany
          key={date}
          name={place === 0 ? id : `${id}-${date}`}
          label={
            place === 0
              ? t('question:slots.tomorrow', { day: sayWholeDay(date, language, true) })
              : sayWholeDay(date, language, true)
          }
          labelShown
          options={PARTS.map((part) => ({ id: part, label: t(`common:${part}`) }))}
          chosen={slots.filter((slot) => slot.date === date).map(({ part }) => part)}
          onToggle={(part) => toggle(date, part)}
          {...(place === 0 && error !== undefined && { error })}
        />
      ))}
    </div>
  );
}
