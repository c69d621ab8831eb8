/** A draft that is being handed over: what is known of it now, saying yes to it, and taking it back. */
import { useEffect } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { useLive } from '#app/use-live.ts';
import { makeCode } from '#assist/sign-code.ts';
import type { Entry } from '#domain/answers/answer.ts';
import type { Office } from '#domain/office/office.ts';
import type { Refused } from '#domain/request/action.ts';
import type { Request } from '#domain/request/request.ts';
import type { AppDatabase, DraftRow } from '#storage/database.ts';
import * as drafts from '#storage/drafts.ts';
import { followRequest, handOver, takeBack } from '#storage/handed-over-draft.ts';
import { readOffice } from '#storage/office.ts';
import { putAside } from '#storage/outbox.ts';
import { remembered } from '#storage/remembered.ts';
import { shownRequest } from '#storage/shown.ts';
import { codeHashOf } from '#protocol/hand-over-marks.ts';
import { handingOver, withheldFrom, type Consent } from './offer.ts';
import { useOfficeNow } from './use-now.ts';
import { useOneStep } from './use-take-back.ts';

export type Known = {
  readonly draft: DraftRow;
  readonly request: Request | undefined;
  readonly office: Office | undefined;
  readonly aheadMs: number;
  /** The office has the newest hand-over: a pull brought it back. */
  readonly atOffice: boolean;
  /** The office did not take it. */
  readonly refused: { readonly actionId: string; readonly refused: Refused } | undefined;
  /** As the resident wrote it here or last time; empty when nobody did. */
  readonly name: string;
};

export function useHandOver(id: string) {
  const { db, now, newId, person, officeId } = useDeps();
  const { state, once } = useOneStep();
  const officeNow = useOfficeNow();
  const known = useLive(async () => (await readKnown(db, id)) ?? ('gone' as const), [db, id]);

  const hand = () => ({ by: person, at: now(), newId, officeId });
  useEffect(() => {
    // A code that has run out is not kept; nothing else hangs on this look, and the next one comes soon.
    followRequest(db, id, officeNow, hand()).catch(() => undefined);
  }, [db, id, officeNow]);

  /** `consent` is complete: the screen has looked. */
  const agree = ({ draft, office, aheadMs, refused }: Known, consent: Consent, reason: string) =>
    once(async () => {
      if (refused) await putAside(db, refused.actionId);
      const code = makeCode((bytes) => crypto.getRandomValues(bytes));
      const doing = handingOver(consent, {
        draft,
        mandateId: newId(),
        residentId: person.id,
        officeId,
        office,
        from: now() + aheadMs,
        reason,
        codeHash: await codeHashOf(officeId, code),
      });
      if (!doing.ok) throw new Error('a consent was agreed to before it was complete');
      return handOver(db, draft, doing.value, code, withheldFrom(draft.matter, consent), hand());
    });

  return { known, officeNow, state, agree, takeBack: () => once(() => takeBack(db, id, hand())) };
}

async function readKnown(db: AppDatabase, id: string): Promise<Known | undefined> {
  const [draft, shown, kept, before] = await Promise.all([
    drafts.find(db, id),
    shownRequest(db, id),
    readOffice(db),
    remembered(db),
  ]);
  if (!draft) return undefined;
  const stepId = draft.handedOver?.stepId ?? '';
  const [step, row] = await Promise.all([
    db.events.get(stepId),
    db.outbox.where('id').equals(stepId).first(),
  ]);
  const field = draft.matter.fields.find(({ remember }) => remember === 'name');
  return {
    draft,
    request: shown?.request,
    office: kept?.office,
    aheadMs: kept?.aheadMs ?? 0,
    atOffice: step?.seq !== undefined,
    refused: row?.refused && { actionId: stepId, refused: row.refused },
    name: typed(field && draft.entries[field.id]) || typed(before.name),
  };
}

function typed(entry: Entry | undefined): string {
  return entry?.type === 'typed' ? entry.typed : '';
}
