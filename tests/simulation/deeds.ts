/** What people in a simulated run think of doing next: mostly sensible, sometimes too late, now and then unreadable. */
import type { Person } from '#domain/request/action.ts';
import type { Request } from '#domain/request/request.ts';
import type { Doing } from '#storage/outbox.ts';
import { answers, OFFICE_ID } from '#tests/support/make.ts';
import type { Chance } from './chance.ts';

export function chooseDeed(
  luck: Chance,
  person: Person,
  shown: readonly Request[],
  newId: () => string,
): Doing | undefined {
  if (person.role === 'resident' && (shown.length === 0 || luck.happens(0.15))) return opening(luck, newId());
  const request = luck.oneOf(shown);
  if (!request) return undefined;
  const step = { requestId: request.id, officeId: OFFICE_ID };
  const words = `words ${luck.between(1, 1000)}`;
  if (luck.happens(0.5)) return nextStep(luck, person, request, words);
  const byResident: readonly Doing[] = [
    { ...step, kind: 'add', words, photos: [] },
    { ...step, kind: 'write', words, photos: [] },
    { ...step, kind: 'withdraw' },
    { ...step, kind: 'rate', rating: 'satisfied', words },
    { ...step, kind: 'reopen', words },
  ];
  const byWorker: readonly Doing[] = [
    { ...step, kind: 'take' },
    { ...step, kind: 'take' },
    { ...step, kind: 'write', words, photos: [] },
    { ...step, kind: 'finish', result: words, photos: [] },
    { ...step, kind: 'extend', reason: words },
    { ...step, kind: 'send-back', reason: words, door: 'property' },
  ];
  return luck.oneOf(person.role === 'resident' ? byResident : byWorker);
}

/** What moves the request on; `undefined` when it is somebody else's turn. */
function nextStep(luck: Chance, person: Person, request: Request, words: string): Doing | undefined {
  const step = { requestId: request.id, officeId: OFFICE_ID };
  if (person.role === 'worker') {
    if (request.status === 'open') return { ...step, kind: 'take' };
    return request.status === 'taken' ? { ...step, kind: 'finish', result: words, photos: [] } : undefined;
  }
  if (request.status !== 'done') return undefined;
  return luck.happens(0.7)
    ? { ...step, kind: 'rate', rating: 'satisfied', words }
    : { ...step, kind: 'reopen', words };
}

/** One in ten is poison: of a matter that the service has never had, or of a shape that it cannot read. */
function opening(luck: Chance, requestId: string): Doing {
  const open = {
    kind: 'open',
    requestId,
    officeId: OFFICE_ID,
    matterId: 'home-repair',
    matterVersion: 1,
  } as const;
  if (luck.happens(0.05)) return { ...open, matterVersion: 99, answers: answers() };
  if (luck.happens(0.05)) return { ...open, matterVersion: 0.5, answers: answers() };
  return { ...open, answers: answers() };
}
