/** One question: what is on its screen, going on, going back. Nothing is judged before "continue". */
import { useLocation } from 'preact-iso';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { dayOf } from '#app/say.ts';
import type { AnswerRefusal, Entries, Entry } from '#domain/answers/answer.ts';
import { givenFor, nextField, previousField } from '#domain/answers/asked.ts';
import { answersOf, readEntry } from '#domain/answers/read-entry.ts';
import type { Field } from '#domain/matter/matter.ts';
import type { DraftRow } from '#storage/database.ts';
import type { RememberedEntries } from '#storage/remembered.ts';
import { matterPath } from '../helping/for-elder.ts';
import type { Writing } from './use-draft.ts';

type Props = {
  readonly draft: DraftRow;
  readonly field: Field;
  readonly before: RememberedEntries;
  readonly writing: Writing;
};

export function useQuestion({ draft, field, before, writing }: Props) {
  const { base, now } = useDeps();
  const { route, query } = useLocation();
  const [refused, setRefused] = useState<{ readonly field: string; readonly reason: AnswerRefusal }>();
  const goingRef = useRef(false);
  /** Photos that are still being made small. */
  const workRef = useRef<Promise<unknown>>(Promise.resolve());

  const toCheck = query['from'] === 'check';
  const search = toCheck ? '?from=check' : '';
  const given = givenFor(draft.entries, field.id);
  const offered = given ? undefined : fromLastTime(field, before);
  const entry = given ?? offered;
  const latestRef = useRef(entry);
  useLayoutEffect(() => {
    latestRef.current = entry;
  });
  const { matter } = draft;
  const pathTo = (place: string) => `${base}/draft/${draft.id}/${place}`;

  useEffect(() => {
    void writing.isAt(field.id, search);
  }, [field.id]);

  async function go(how: 'answered' | 'passed-over'): Promise<void> {
    if (goingRef.current) return; // a trembling double tap goes one question on, not two
    goingRef.current = true;
    try {
      await workRef.current;
      const given = how === 'answered' ? latestRef.current : undefined;
      const read = readEntry(field, given, dayOf(now()));
      if (!read.ok) {
        await writing.flush();
        return setRefused({ field: field.id, reason: read.reason });
      }
      setRefused(undefined);
      const isNew = how === 'passed-over' || (offered !== undefined && given === offered);
      const kept = isNew ? await writing.choose(field.id, given) : await writing.flush();
      // Not kept: the words stay on the screen until the device has said so.
      if (kept === 'kept') route(nextPath(given));
    } finally {
      goingRef.current = false;
    }
  }

  async function back(): Promise<void> {
    const kept = await writing.flush();
    const previous = toCheck ? undefined : previousField(matter, draft.entries, field.id);
    // Between questions what is not kept yet lives on; leaving them would lose it.
    if (previous) route(pathTo(previous.id));
    else if (kept === 'kept') route(toCheck ? pathTo('check') : base + matterPath(draft));
  }

  function nextPath(given: Entry | undefined): string {
    const { [field.id]: _before, ...others } = draft.entries;
    const entries: Entries = given ? { ...others, [field.id]: given } : others;
    if (!toCheck) return pathTo(nextField(matter, entries, field.id)?.id ?? 'check');
    // A changed answer may ask something new: that first, then back to the check page.
    const answers = answersOf(matter, entries, dayOf(now()));
    const open = answers.ok
      ? undefined
      : answers.reason.find(({ field: id }) => id !== field.id && !givenFor(entries, id));
    return open ? pathTo(open.field) + search : pathTo('check');
  }

  return {
    entry,
    isFromLastTime: offered !== undefined,
    toCheck,
    refusal: refused?.field === field.id ? refused.reason : undefined,
    /** Work that "continue" waits for. */
    waitFor: (work: Promise<unknown>) => {
      workRef.current = work;
    },
    /** Words and place, before something that may end this page: the camera. */
    keepAll: async () => {
      await writing.isAt(field.id, search);
      await writing.flush();
    },
    next: () => go('answered'),
    skip: () => go('passed-over'),
    back,
  };
}

/** Words of an earlier request are offered again, choices never: nothing is chosen for a person. */
function fromLastTime(field: Field, before: RememberedEntries): Entry | undefined {
  const entry = field.remember && before[field.remember];
  if (!entry) return undefined;
  if (field.type === 'address') return entry.type === 'address' ? entry : undefined;
  const isTyped = field.type === 'text' || field.type === 'telephone' || field.type === 'resident-id';
  return isTyped && entry.type === 'typed' ? entry : undefined;
}
