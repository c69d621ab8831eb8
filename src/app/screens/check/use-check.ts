/** All answers of a draft as they stand, and sending them: kept on the device first, said to be kept only then. */
import { useLocation } from 'preact-iso';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { useOffice } from '#app/frame/use-office.ts';
import { dayOf } from '#app/say.ts';
import { handOver } from '#app/screens/request/just-kept.ts';
import { useLive } from '#app/use-live.ts';
import type { AnswerRefusal } from '#domain/answers/answer.ts';
import { answersOf } from '#domain/answers/read-entry.ts';
import type { Action, Refused } from '#domain/request/action.ts';
import type { Result } from '#domain/result.ts';
import type { DraftRow } from '#storage/database.ts';
import * as drafts from '#storage/drafts.ts';
import { keep } from '#storage/outbox.ts';
import { writePlace } from '#storage/place.ts';
import { remember } from '#storage/remembered.ts';
import { asKept } from '#storage/shown.ts';

export type CheckState =
  | { readonly at: 'looking' }
  | {
      readonly at: 'open';
      readonly open: readonly { readonly field: string; readonly refusal: AnswerRefusal }[];
    }
  /** With what is being kept: it leaves the drafts a moment before the screen changes, and must not blink. */
  | { readonly at: 'keeping'; readonly draft: DraftRow }
  | { readonly at: 'refused'; readonly refused: Refused }
  /** Nothing was changed; every answer is still in the draft and on the screen. */
  | { readonly at: 'not-kept' };

export function useCheck(id: string) {
  const { db, base, now, newId, person, officeId, nudgeSync } = useDeps();
  const { route } = useLocation();
  const office = useOffice();
  const [state, setState] = useState<CheckState>({ at: 'looking' });
  const found = useLive(async () => (await drafts.find(db, id)) ?? 'gone', [db, id]);
  const keepingRef = useRef(false);

  useEffect(() => {
    const keepPlace = async () => {
      await drafts.keepPlace(db, id, 'check', now());
      if (base === '') await writePlace(db, `/draft/${id}/check`);
    };
    // Only the place is at stake here: every answer is kept already.
    keepPlace().catch(() => setState({ at: 'not-kept' }));
  }, [db, id]);

  async function send(draft: DraftRow): Promise<void> {
    if (keepingRef.current) return; // the second half of a trembling tap
    const { matter } = draft;
    const answers = answersOf(matter, draft.entries, dayOf(now()));
    if (!answers.ok) return setState({ at: 'open', open: answers.reason });

    keepingRef.current = true;
    setState({ at: 'keeping', draft });
    let kept: Result<Action, Refused>;
    try {
      kept = await keep(
        db,
        {
          kind: 'open',
          requestId: draft.id,
          officeId,
          matterId: matter.id,
          matterVersion: matter.version,
          answers: answers.value,
        },
        { by: person, at: now(), newId },
        draft.id,
      );
      // Kept already, by a tap in another window: that is no trouble to anybody.
      if (!kept.ok && kept.reason.reason !== 'already-open') {
        keepingRef.current = false;
        return setState({ at: 'refused', refused: kept.reason });
      }
    } catch {
      keepingRef.current = false;
      return setState({ at: 'not-kept' }); // a full disk or a lost database: the screen says so
    }
    const shown = kept.ok ? asKept(kept.value) : undefined;
    if (shown) handOver({ shown, matter, office, now: now() });
    nudgeSync();
    route(`${base}/sent/${draft.id}`, true);
    if (base !== '') return; // a shared machine remembers nobody
    // A convenience for next time: the request is kept whether this one succeeds or not.
    await remember(db, matter, draft.entries).catch(() => undefined);
  }

  const isKeeping = state.at === 'keeping';
  const draft = isKeeping ? state.draft : found === 'gone' ? undefined : found;
  return { draft, isGone: found === 'gone' && !isKeeping, state, send };
}
