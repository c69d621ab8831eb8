/** All answers of a draft as they stand, and sending them: kept on the device first, said to be kept only then. */
import { useLocation } from 'preact-iso';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { useOffice } from '#app/frame/use-office.ts';
import { dayOf } from '#app/say.ts';
import { refusalForElder } from '#app/screens/helping/refusal-for-elder.ts';
import { handOver } from '#app/screens/request/just-kept.ts';
import { useLive } from '#app/use-live.ts';
import { answersOf } from '#domain/answers/read-entry.ts';
import type { AnswerRefusal, Answers, Entries } from '#domain/answers/answer.ts';
import type { Action, Refused } from '#domain/request/action.ts';
import { refuse, type Result } from '#domain/result.ts';
import type { AppDatabase, DraftRow } from '#storage/database.ts';
import type { Request } from '#domain/request/request.ts';
import * as drafts from '#storage/drafts.ts';
import { pick, sendAlone, tellChanges } from '#storage/handed-over-draft.ts';
import { keep } from '#storage/outbox.ts';
import { writePlace } from '#storage/place.ts';
import { remember } from '#storage/remembered.ts';
import { asKept, shownRequest } from '#storage/shown.ts';
import { differing, withPicks, type Differing } from '#storage/two-hands.ts';

/** What is on the page: the draft, and beside it what somebody who helps with it has filled in. */
export type Checked = {
  readonly draft: DraftRow;
  /** With the resident's choices where people differ: what will be sent. */
  readonly entries: Entries;
  /** Only of a draft that was handed over. */
  readonly request?: Request;
  readonly differs: readonly Differing[];
};

export type CheckState =
  | { readonly at: 'looking' }
  | {
      readonly at: 'open';
      readonly open: readonly { readonly field: string; readonly refusal: AnswerRefusal | 'differs' }[];
    }
  /** With what is being kept: it leaves the drafts a moment before the screen changes, and must not blink. */
  | { readonly at: 'keeping'; readonly checked: Checked }
  | { readonly at: 'refused'; readonly refused: Refused }
  /** Nothing was changed; every answer is still in the draft and on the screen. */
  | { readonly at: 'not-kept' };

export function useCheck(id: string) {
  const { db, base, now, newId, person, officeId, nudgeSync } = useDeps();
  const { route } = useLocation();
  const office = useOffice();
  const [state, setState] = useState<CheckState>({ at: 'looking' });
  const found = useLive(async () => (await readChecked(db, id)) ?? 'gone', [db, id]);
  const keepingRef = useRef(false);
  const hand = () => ({ by: person, at: now(), newId, officeId });

  useEffect(() => {
    const keepPlace = async () => {
      await drafts.keepPlace(db, id, 'check', now());
      if (base === '') await writePlace(db, `/draft/${id}/check`);
      if (await tellChanges(db, id, hand())) nudgeSync();
    };
    // Only the place is at stake here: every answer is kept already.
    keepPlace().catch(() => setState({ at: 'not-kept' }));
  }, [db, id]);

  async function send(checked: Checked): Promise<void> {
    if (keepingRef.current) return; // the second half of a trembling tap
    const { draft, entries, differs } = checked;
    const { matter } = draft;
    const undecided = differs.filter(({ field }) => !draft.handedOver?.picked?.[field]);
    const answers = answersOf(matter, entries, dayOf(now()));
    if (undecided.length > 0 || !answers.ok) {
      const open = undecided.map(({ field }) => ({ field, refusal: 'differs' as const }));
      const rest = answers.ok ? [] : answers.reason;
      return setState({
        at: 'open',
        open: [...open, ...rest.filter((one) => !open.some(({ field }) => field === one.field))],
      });
    }

    keepingRef.current = true;
    setState({ at: 'keeping', checked });
    let kept: Result<Action, Refused>;
    try {
      kept = await keepSent(checked, answers.value);
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
    const elder = draft.forElder?.mandate.residentName;
    if (shown) handOver({ shown, matter, office, elder, now: now() });
    nudgeSync();
    route(`${base}/sent/${draft.id}`, true);
    if (base !== '' || draft.forElder) return; // a shared machine remembers nobody, a helper no elder
    // A convenience for next time: the request is kept whether this one succeeds or not.
    await remember(db, matter, entries).catch(() => undefined);
  }

  /** Alone from the beginning, or what somebody else may be writing as well. */
  async function keepSent(
    { draft, entries, request }: Checked,
    answers: Answers,
  ): Promise<Result<Action, Refused>> {
    if (request) return sendAlone(db, draft.id, { entries, answers }, hand());
    const { matter, forElder } = draft;
    const ended = forElder && (await refusalForElder(db, forElder, matter, answers, now()));
    if (ended) return refuse({ reason: ended });
    return keep(
      db,
      {
        kind: 'open',
        requestId: draft.id,
        officeId,
        matterId: matter.id,
        matterVersion: matter.version,
        answers,
        ...(draft.forElder && { mandate: draft.forElder.mandate }),
      },
      { by: draft.forElder ? { id: person.id, role: 'helper' } : person, at: now(), newId },
      draft.id,
    );
  }

  const isKeeping = state.at === 'keeping';
  const checked = isKeeping ? state.checked : found === 'gone' ? undefined : found;
  const choose = (field: string, stepId: string) => {
    pick(db, id, field, stepId).catch(() => setState({ at: 'not-kept' }));
  };
  return { checked, isGone: found === 'gone' && !isKeeping, state, send, choose };
}

async function readChecked(db: AppDatabase, id: string): Promise<Checked | undefined> {
  const draft = await drafts.find(db, id);
  const request = draft?.handedOver && (await shownRequest(db, id))?.request;
  if (!draft) return undefined;
  if (!draft.handedOver || !request?.draft) return { draft, entries: draft.entries, differs: [] };
  const side = { entries: draft.entries, handedOver: draft.handedOver };
  const differs = differing(request.draft, side);
  return { draft, request, differs, entries: withPicks(side, request.draft) };
}
