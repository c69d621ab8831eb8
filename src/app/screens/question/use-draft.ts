/**
 * A draft while it is being filled in: what is on the screen at once, what is on the device a moment later.
 *
 * It is read once and lives as long as the questions are on the screen, so that going to the next
 * question waits for nothing.
 */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import type { Entry } from '#domain/answers/answer.ts';
import type { DraftRow } from '#storage/database.ts';
import * as drafts from '#storage/drafts.ts';
import { tellChanges, tellTooLate } from '#storage/handed-over-draft.ts';
import { writePlace } from '#storage/place.ts';
import { remembered, type RememberedEntries } from '#storage/remembered.ts';
import { makeKeeper, type Kept } from './keeper.ts';

export type DraftState =
  | { readonly at: 'loading' }
  | { readonly at: 'gone' }
  | { readonly at: 'here'; readonly draft: DraftRow; readonly before: RememberedEntries };

export type Writing = ReturnType<typeof useDraft>['writing'];

export function useDraft(id: string) {
  const { db, base, now, newId, person, officeId, nudgeSync } = useDeps();
  const [state, setState] = useState<DraftState>({ at: 'loading' });
  const [kept, setKept] = useState<Kept>('kept');
  const keeper = useMemo(
    () =>
      makeKeeper(async (fieldId, entry) => {
        if (await drafts.keepEntry(db, id, fieldId, entry, now())) return;
        // Others have sent it meanwhile: what was being typed goes after it, and nothing is lost.
        if (entry && (await tellTooLate(db, id, { [fieldId]: entry }, hand()))) nudgeSync();
        setState({ at: 'gone' });
      }, setKept),
    [db, id],
  );

  const hand = () => ({ by: person, at: now(), newId, officeId });
  /** What was changed on a handed-over draft goes to the office when its question is left. */
  async function tell(): Promise<void> {
    await keeper.flush();
    if (await tellChanges(db, id, hand())) nudgeSync();
  }

  useEffect(() => {
    let left = false;
    setState({ at: 'loading' });
    // A shared machine remembers nobody.
    void Promise.all([drafts.find(db, id), base === '' ? remembered(db) : {}]).then(([draft, before]) => {
      // What this phone remembers is its owner's, and not the elder's whom a draft is for.
      if (!left)
        setState(draft ? { at: 'here', draft, before: draft.forElder ? {} : before } : { at: 'gone' });
    });
    return () => {
      left = true;
    };
  }, [db, id]);

  useEffect(() => {
    // A hidden page may be ended by the phone without another word.
    const flush = () => void keeper.flush();
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
      // Not told now: it is told when the next question or the check page opens.
      tell().catch(() => undefined);
    };
  }, [keeper]);

  function show(fieldId: string, entry: Entry | undefined): void {
    setState((was) => {
      if (was.at !== 'here') return was;
      const { [fieldId]: _before, ...others } = was.draft.entries;
      return { ...was, draft: { ...was.draft, entries: entry ? { ...others, [fieldId]: entry } : others } };
    });
  }

  const writing = {
    kept,
    /** After a key. */
    type: (fieldId: string, entry: Entry) => {
      show(fieldId, entry);
      keeper.later(fieldId, entry);
    },
    /** After a choice; `undefined` takes the answer back. */
    choose: (fieldId: string, entry: Entry | undefined) => {
      show(fieldId, entry);
      return keeper.now(fieldId, entry);
    },
    flush: keeper.flush,
    /** The person is here now: where a killed tab opens again. */
    isAt: async (place: string, search: string) => {
      try {
        await drafts.keepPlace(db, id, place, now());
        if (base === '') await writePlace(db, `/draft/${id}/${place}${search}`);
        await tell();
      } catch {
        setKept('not-kept');
      }
    },
  };
  return { state, writing };
}
