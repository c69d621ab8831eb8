/** What only the service can say of a step that it accepts: its place, its time, who answers and by when. */
import type { Matter } from '#domain/matter/matter.ts';
import { confirmBy, dueAgain, dueFor, extendDue } from '#domain/deadlines/due.ts';
import { touchesBenefit } from '#domain/mandate/link.ts';
import type { Action, Stamp } from '#domain/request/action.ts';
import { givenBy, unseen } from '#domain/request/draft.ts';
import { numberFor } from '#domain/request/number.ts';
import type { Request } from '#domain/request/request.ts';
import type { Desk } from './desk.ts';

export async function stampFor(
  seq: number,
  action: Action,
  request: Request | undefined,
  matter: Matter | undefined,
  desk: Desk,
): Promise<Stamp> {
  const { office, now, asker } = desk;
  // A worker who only carries a resident's step has no name in it.
  const ownHand = action.by.id === asker.id;
  const stamp: Stamp = {
    seq,
    receivedAt: now,
    ...(ownHand && asker.worker && { byName: asker.worker.name }),
    ...(action.by.role === 'helper' && (await helperName(action, request, desk))),
  };
  switch (action.kind) {
    case 'open': {
      if (!matter) throw new Error(`request ${action.requestId} was let in without its matter`);
      const { at, calendar } = dueFor(matter, action.answers, now, office);
      const answerable = await desk.worker(office.duty[matter.desk] ?? office.duty.default);
      const awaits = action.by.role === 'helper' && touchesBenefit(matter, action.answers);
      return {
        ...stamp,
        number: numberFor(seq),
        ...(answerable && { answerable }),
        due: { at, calendar },
        ...endOfDraft(action, request),
        ...(awaits && { awaits: 'resident' }),
        ...(action.mandate?.agreed.how === 'cannot-agree' && { confirmBy: confirmBy(now, office) }),
      };
    }
    case 'take':
      return { ...stamp, ...(asker.worker && { answerable: asker.worker }) };
    case 'extend':
      return { ...stamp, ...(request?.due && { due: extendDue(request.due, office) }) };
    case 'reopen':
      return { ...stamp, due: dueAgain(now, office) };
    default:
      return stamp; // the rest changes neither who answers nor by when
  }
}

/** Whoever never saw the draft reads from the opening alone whose words they are. */
function endOfDraft(
  { chosen, seen = [] }: Extract<Action, { readonly kind: 'open' }>,
  request: Request | undefined,
): Pick<Stamp, 'given' | 'later'> {
  const draft = request?.draft;
  if (!draft) return {};
  return {
    ...(chosen && { given: givenBy(draft, chosen, seen) }),
    later: unseen(draft, chosen ?? {}, seen),
  };
}

/** As the relative said it when the link was made: the resident reads who it was. */
async function helperName(
  action: Action,
  request: Request | undefined,
  desk: Desk,
): Promise<Pick<Stamp, 'byName'>> {
  const agreed = (action.kind === 'open' ? action.mandate : request?.mandate)?.agreed;
  const link = agreed?.how === 'linked' ? await desk.link(agreed.linkId) : undefined;
  return link && link.helperId === action.by.id ? { byName: link.helperName } : {};
}
