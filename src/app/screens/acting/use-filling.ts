/** Whether everything is in place to be read out: answered, chosen where people differ, and explained where words were replaced. */
import { useRef, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import { dayOf } from '#app/say.ts';
import { sayAnswerRefusal } from '#app/screens/question/say-answer-refusal.ts';
import type { Writing } from '#app/screens/question/use-draft.ts';
import { useWords } from '#app/use-words.ts';
import type { AnswerRefusal, Entries } from '#domain/answers/answer.ts';
import { askedFields } from '#domain/answers/asked.ts';
import { isBlank } from '#domain/answers/typed.ts';
import { answersOf } from '#domain/answers/read-entry.ts';
import type { Draft } from '#domain/request/draft.ts';
import { coveredMatter, isClosed, type ActingSession, type FileTrouble } from './acting-session.ts';
import { fieldState } from './handed-form.ts';
import type { Acting } from './use-acting.ts';

type Open = AnswerRefusal | 'choose' | 'fresh' | 'reason' | 'closed';

type Filling = {
  readonly session: ActingSession;
  readonly draft: Draft | undefined;
  readonly acting: Acting;
  readonly entries: Entries;
  readonly writing: Writing;
};

export function useFilling({ session, draft, acting, entries, writing }: Filling) {
  const t = useT();
  const words = useWords();
  const { now } = useDeps();
  const [open, setOpen] = useState<Readonly<Record<string, Open>>>({});
  const [trouble, setTrouble] = useState<FileTrouble>();
  /** Photos that are still being made small. */
  const workRef = useRef<Promise<unknown>>(Promise.resolve());
  const { matter, mandate, hand } = session;

  function whatIsOpen(): Readonly<Record<string, Open>> {
    const answers = answersOf(coveredMatter(matter, mandate), entries, dayOf(now()));
    const unanswered = answers.ok ? [] : answers.reason.map(({ field, refusal }) => [field, refusal]);
    const between = askedFields(matter, entries).flatMap((field): [string, Open][] => {
      if (isClosed(field, mandate)) return field.optional ? [] : [[field.id, 'closed']];
      const state = draft && fieldState(draft, hand, field.id, entries[field.id]);
      if (state?.isOpen) return [[field.id, 'choose']];
      if (state && state.fresh.length > 0) return [[field.id, 'fresh']];
      return state?.needsReason && isBlank(hand.reasons[field.id] ?? '') ? [[field.id, 'reason']] : [];
    });
    return { ...Object.fromEntries(unanswered), ...Object.fromEntries(between) };
  }

  async function done(): Promise<void> {
    await workRef.current;
    const kept = await writing.flush();
    const found = whatIsOpen();
    setOpen(found);
    setTrouble(undefined);
    if (Object.keys(found).length === 0 && kept === 'kept') setTrouble(await acting.readBack());
  }

  return {
    /** In the order of the form. */
    open: matter.fields.map(({ id }) => id).filter((id) => open[id] !== undefined),
    errorOf: (id: string): string | undefined => {
      const field = matter.fields.find((one) => one.id === id);
      const why = open[id];
      if (!field || !why) return undefined;
      const label = words(field.label);
      if (why === 'choose' || why === 'fresh' || why === 'reason' || why === 'closed')
        return t(`acting:open.${why}`, { label });
      return sayAnswerRefusal(label, why, t);
    },
    trouble,
    onWork: (work: Promise<unknown>) => {
      workRef.current = Promise.all([workRef.current, work]);
    },
    done,
  };
}
