/** A request by its slip: found by the number's place in the log, and told without a word of whose it is. */
import type { Matter } from '#domain/matter/matter.ts';
import { birthYearOf } from '#domain/request/birth-year.ts';
import { doneInName, OBJECT_WITHIN_MS } from '#domain/request/may-object.ts';
import { readNumber, sequenceOf } from '#domain/request/number.ts';
import type { Request } from '#domain/request/request.ts';
import type { TrailLine } from '#domain/request/trail.ts';
import type { DoneInName, LookedUp } from '#protocol/lookup.ts';
import type { Store } from './store/store.ts';

type Slip = { readonly number: string; readonly birthYear: number };
export type FoundSlip = { readonly request: Request; readonly matter: Matter };

/** Reads as much for a number that nobody has as for a wrong year. */
export async function bySlip(
  store: Store,
  officeId: string,
  { number, birthYear }: Slip,
): Promise<FoundSlip | undefined> {
  const digits = readNumber(number);
  const { events } = await store.page(
    officeId,
    (digits === undefined ? 1 : (sequenceOf(digits) ?? 1)) - 1,
    1,
  );
  const action = events[0]?.action;
  const request = await store.request(officeId, action?.requestId ?? '');
  const matter = request && (await store.matter(request.matterId, request.matterVersion));
  if (!request || !matter || request.number === undefined || request.number !== digits) return undefined;
  return birthYearOf(request, matter) === birthYear ? { request, matter } : undefined;
}

/** Where it stands, who answers, and what was done in the resident's name. Nobody's words. */
export function tellSlip({ request, matter }: FoundSlip, now: number): LookedUp {
  const { number = '', status, answerable, due } = request;
  return {
    number,
    title: matter.title,
    status: status === 'draft' ? 'open' : status, // a draft has no number
    ...(answerable && { answerable: { name: answerable.name, telephone: answerable.telephone } }),
    ...(due && { due }),
    done: doneInName(request).flatMap(told),
    stopped: request.objected !== undefined,
    awaits: request.awaits !== undefined,
    now,
  };
}

function told({ id, kind, by, byName, at }: TrailLine): readonly DoneInName[] {
  if (by.role === 'resident' || (kind !== 'open' && kind !== 'fill' && kind !== 'add')) return [];
  return [
    {
      about: id,
      kind,
      role: by.role,
      ...(byName !== undefined && { byName }),
      at,
      objectUntil: at + OBJECT_WITHIN_MS,
    },
  ];
}
