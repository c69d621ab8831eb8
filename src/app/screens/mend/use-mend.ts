/**
 * Ways out for a step that the office did not take. Each keeps the words first and lets the step go
 * afterwards, so that nothing is lost in between.
 */
import { useLocation } from 'preact-iso';
import { useRef, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import type { Entries } from '#domain/answers/answer.ts';
import type { Action, Refusal } from '#domain/request/action.ts';
import type { Request } from '#domain/request/request.ts';
import { keepHalf, readHalf, type HalfKind } from '#storage/half-words.ts';
import { openAgain, putAside, tryAgain } from '#storage/outbox.ts';
import type { RefusedStep } from '#storage/shown.ts';
import { photosIn, typedIn } from '../request/use-half-words.ts';

/** Refused for what can be otherwise in a while, or after an update of the app. */
const PASSING: readonly Refusal[] = [
  'unknown-request',
  'not-taken-yet',
  'not-done-yet',
  'unknown-action',
  'unknown-matter',
];

export const mayTryAgain = (step: RefusedStep): boolean => PASSING.includes(step.refused.reason);

/** Where a step's words can be used now, if anywhere. */
export function reuseOf(step: RefusedStep, request: Request): 'add' | 'reopen' | undefined {
  if (step.kind !== 'add' && step.kind !== 'write' && step.kind !== 'reopen') return undefined;
  if (request.status === 'done') return 'reopen';
  return request.status === 'withdrawn' || (step.words ?? '') === '' ? undefined : 'add';
}

export function useMend(request: Request) {
  const { db, base, now, newId, nudgeSync } = useDeps();
  const { route } = useLocation();
  const [state, setState] = useState<'ready' | 'working' | 'not-kept'>('ready');
  /** Known at once: words that are used again must not come twice. */
  const workingRef = useRef(false);
  const here = `${base}/request/${request.id}`;

  async function work(way: () => Promise<string | undefined>): Promise<void> {
    if (workingRef.current) return;
    workingRef.current = true;
    setState('working');
    try {
      const next = await way();
      setState('ready');
      if (next !== undefined) route(next, true);
    } catch {
      setState('not-kept'); // a full disk or a lost database: nothing was let go
    } finally {
      workingRef.current = false;
    }
  }

  return {
    state,
    again: (step: RefusedStep) =>
      work(async () => {
        await tryAgain(db, step.actionId);
        nudgeSync();
        return undefined;
      }),
    aside: (step: RefusedStep) =>
      work(async () => {
        await putAside(db, step.actionId);
        return step.kind === 'open' ? `${base}/requests` : undefined;
      }),
    reuse: (step: RefusedStep, into: HalfKind) =>
      work(async () => {
        const action = (await db.events.get(step.actionId))?.action;
        if (action) {
          const begun = await readHalf(db, request.id, into);
          for (const [box, entry] of Object.entries(joined(begun, action)))
            await keepHalf(db, request.id, into, box, entry);
        }
        await putAside(db, step.actionId);
        return `${here}/${into}`;
      }),
    fillAgain: (step: RefusedStep) =>
      work(async () => {
        const draft = await openAgain(db, step.actionId, now(), newId);
        if (!draft) return undefined;
        const asked = draft.matter.fields.some((field) => field.id === step.refused.field);
        return `${base}/draft/${draft.id}/${asked ? step.refused.field : 'check'}`;
      }),
  };
}

/** Words that were begun since then stay; the refused ones come behind them. */
function joined(begun: Entries, action: Action): Entries {
  const said = 'words' in action ? action.words : '';
  const words = [typedIn(begun, 'words'), said].filter((part) => part.trim() !== '').join('\n');
  const photos = [...photosIn(begun, 'photos'), ...('photos' in action ? action.photos : [])];
  return {
    ...(words !== '' && { words: { type: 'typed', typed: words } }),
    ...(photos.length > 0 && { photos: { type: 'photos', photos } }),
  };
}
