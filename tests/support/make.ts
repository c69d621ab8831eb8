/**
 * Valid things for tests, each in one call: a request, an action, an event; people, matter and office beside.
 * A test names only the part that it is about. Ids have the shape that the wire asks for.
 */
import type { Answers, Entries } from '#domain/answers/answer.ts';
import { entryOf } from '#domain/answers/read-entry.ts';
import type { Link } from '#domain/mandate/link.ts';
import type { Mandate, Offer } from '#domain/mandate/mandate.ts';
import type { Action, Event, Kind, Person, Stamp } from '#domain/request/action.ts';
import type { Known } from '#domain/request/may-act.ts';
import type { Request } from '#domain/request/request.ts';
import type { TrailLine } from '#domain/request/trail.ts';
import {
  DEVICE_ID,
  HELPER,
  hexId,
  matter,
  MORNING,
  office,
  OFFICE_ID,
  REQUEST_ID,
  RESIDENT,
  SUPERVISOR,
  WORKER,
} from './make-office.ts';

export * from './make-office.ts';

export type ActionOf<K extends Kind> = Extract<Action, { readonly kind: K }>;

/** What both sides know in an ordinary moment. */
export const known = (over: Partial<Known> = {}): Known => ({ matter: matter(), office: office(), ...over });

export function answers(over: Answers = {}): Answers {
  return {
    trouble: { type: 'choice', choice: 'water' },
    description: { type: 'words', words: '厨房水管漏水。' },
    name: { type: 'words', words: '王秀兰' },
    telephone: { type: 'words', words: '13800138000' },
    address: { type: 'address', building: 'b3', unit: 'u2', room: '501' },
    ...over,
  };
}

/** The answers as they stood on the screen when they were typed. */
export function entries(of: Answers = answers()): Entries {
  return Object.fromEntries(Object.entries(of).map(([field, answer]) => [field, entryOf(answer)]));
}

/** "Help me", pressed on the resident's own phone: until closing time, the code for half an hour. */
export function offer(over: Partial<Offer> = {}): Offer {
  return {
    id: hexId(0x3b),
    residentId: RESIDENT.id,
    residentName: '王秀兰',
    matterId: 'home-repair',
    requestId: REQUEST_ID,
    powers: ['fill', 'submit', 'add', 'receive'],
    sensitive: [],
    from: MORNING - 60_000,
    until: MORNING + 7 * 3_600_000,
    reason: '字太小，看不清',
    codeHash: 'c0'.repeat(32),
    codeUntil: MORNING + 25 * 60_000,
    ...over,
  };
}

/** What an offer becomes in the hands of whoever came with the code. */
export function pressed(helperId: string, of: Partial<Offer> = {}): Mandate {
  const { codeHash: _code, codeUntil: _end, ...offered } = offer(of);
  return { ...offered, helperId, agreed: { how: 'pressed' } };
}

/** A resident's leave for the daughter, for a year. */
export function link(over: Partial<Link> = {}): Link {
  return {
    id: hexId(0x11),
    elderId: RESIDENT.id,
    helperId: HELPER.id,
    scopes: ['see', 'file-services', 'file-benefits', 'receive'],
    from: MORNING - 86_400_000,
    until: MORNING + 364 * 86_400_000,
    ...over,
  };
}

const DEEDS: {
  readonly [K in Kind]: Omit<ActionOf<K>, 'id' | 'requestId' | 'officeId' | 'by' | 'at' | 'device' | 'dseq'>;
} = {
  open: { kind: 'open', matterId: 'home-repair', matterVersion: 1, answers: answers() },
  add: { kind: 'add', words: '水还在流。', photos: [] },
  withdraw: { kind: 'withdraw' },
  take: { kind: 'take' },
  write: { kind: 'write', words: '师傅下午到。', photos: [] },
  extend: { kind: 'extend', reason: '要等零件。' },
  finish: { kind: 'finish', result: '换了新水管。', photos: [] },
  'send-back': { kind: 'send-back', reason: '这是物业的事。', door: 'property' },
  rate: { kind: 'rate', rating: 'satisfied', words: '' },
  reopen: { kind: 'reopen', words: '又漏了。' },
  'hand-over': {
    kind: 'hand-over',
    matterId: 'home-repair',
    matterVersion: 1,
    entries: entries(),
    offer: offer(),
  },
  'take-over': { kind: 'take-over', proof: '9f'.repeat(32) },
  fill: { kind: 'fill', entries: { description: { type: 'typed', typed: '厨房的水管。' } }, seen: [] },
  'end-mandate': { kind: 'end-mandate', words: '王奶奶来电话说的。' },
  object: { kind: 'object', about: hexId(0xa0), words: '这不是我说的。' },
  confirm: { kind: 'confirm', words: '看过了，情况属实。' },
  settle: { kind: 'settle', outcome: 'goes-on', words: '和王奶奶通过电话了。' },
  agree: { kind: 'agree', words: '' },
};
const BY_RESIDENT: readonly Kind[] = [
  ...(['open', 'add', 'withdraw', 'rate', 'reopen'] as const),
  ...(['hand-over', 'fill', 'end-mandate', 'object', 'agree'] as const),
];
const BY_SUPERVISOR: readonly Kind[] = ['confirm', 'settle'];

function doer(kind: Kind): Person {
  if (BY_RESIDENT.includes(kind)) return RESIDENT;
  return BY_SUPERVISOR.includes(kind) ? SUPERVISOR : WORKER;
}

/** An action of a kind, by whoever usually does it. */
export function action<K extends Kind>(kind: K, over: Partial<ActionOf<K>> = {}): ActionOf<K> {
  const common = {
    id: hexId(0xac),
    requestId: REQUEST_ID,
    officeId: OFFICE_ID,
    device: DEVICE_ID,
    dseq: 1,
    at: MORNING,
    by: doer(kind),
  };
  return { ...common, ...DEEDS[kind], ...over } as unknown as ActionOf<K>; // the compiler cannot follow K through the table
}

export const openAction = (over: Partial<ActionOf<'open'>> = {}): ActionOf<'open'> => action('open', over);

/** Signed, for this one request, until closing time: 17:30. */
export function mandate(over: Partial<Mandate> = {}): Mandate {
  return {
    id: hexId(0x3a),
    residentId: hexId(0x4e),
    residentName: '王秀兰',
    helperId: WORKER.id,
    matterId: 'home-repair',
    requestId: REQUEST_ID,
    powers: ['fill', 'submit', 'receive'],
    sensitive: [],
    from: MORNING - 60_000,
    until: MORNING + 7 * 3_600_000,
    reason: '没有手机',
    agreed: { how: 'signed', strokes: [[10, 10, 400, 300]] },
    ...over,
  };
}

/** Filed by a worker for a resident, read back and agreed to. */
export const openFor = (of: Partial<Mandate> = {}, over: Partial<ActionOf<'open'>> = {}): ActionOf<'open'> =>
  openAction({ by: WORKER, mandate: mandate(of), readBack: { at: MORNING, how: 'pressed' }, ...over });

/** A stamp as the service gives it; what belongs to the kind is filled in. */
export function stamp(kind: Kind, over: Partial<Stamp> = {}): Stamp {
  return {
    seq: 1,
    receivedAt: MORNING + 1_000,
    ...(!BY_RESIDENT.includes(kind) && { byName: '李梅' }),
    ...(kind === 'open' && { number: '02333103' }),
    ...((kind === 'open' || kind === 'take') && {
      answerable: { id: WORKER.id, name: '李梅', telephone: '010-5550111' },
    }),
    ...((kind === 'open' || kind === 'extend' || kind === 'reopen') && {
      due: { at: MORNING + 86_400_000, calendar: 'published' as const },
    }),
    ...over,
  };
}

export const event = (of: Action = openAction(), over: Partial<Stamp> = {}): Event => ({
  action: of,
  stamp: stamp(of.kind, over),
});

/** A request that the office has received and nobody has taken; `status` alone also fits the rest to it. */
export function request(over: Partial<Request> = {}): Request {
  const { receivedAt, number, answerable, due } = stamp('open');
  const line: TrailLine = {
    id: hexId(0xa0),
    kind: 'open',
    by: RESIDENT,
    at: receivedAt,
    known: 'received',
    ...(due && { dueAt: due.at }),
  };
  return {
    id: REQUEST_ID,
    officeId: OFFICE_ID,
    residentId: RESIDENT.id,
    matterId: 'home-repair',
    matterVersion: 1,
    answers: answers(),
    status: 'open',
    extended: false,
    trail: [line],
    changedAt: receivedAt,
    ...(number !== undefined && { number }),
    ...(answerable && { answerable }),
    ...(due && { due }),
    ...((over.status === 'taken' || over.status === 'done') && { takenBy: WORKER.id }),
    ...over,
  };
}
