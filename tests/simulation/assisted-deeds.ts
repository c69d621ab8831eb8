/** What people think of doing to a draft that several of them hold: mostly sensible, sometimes forged. */
import type { Entries, Entry } from '#domain/answers/answer.ts';
import { answersOf } from '#domain/answers/read-entry.ts';
import type { Action, Person } from '#domain/request/action.ts';
import { doneInName } from '#domain/request/may-object.ts';
import type { Request } from '#domain/request/request.ts';
import { action, entries, link, mandate, matter, offer, answers, RESIDENT } from '#tests/support/make.ts';

export const DEEDS = [
  'hand-over',
  'take-over',
  'fill',
  'fill-unseen',
  'send',
  'send-forged',
  'send-alone',
  'end-mandate',
  'object',
  'settle',
  'withdraw',
  'take',
  'finish',
  'linked-open',
  'linked-add',
  'linked-end',
  'agree',
] as const;
export type Deed = (typeof DEEDS)[number];

type Made = Pick<Action, 'id' | 'requestId' | 'device' | 'dseq' | 'at'>;

const FIELDS = ['description', 'name', 'trouble', 'smell', 'toString'] as const;

export function deedOf(
  deed: Deed,
  by: Person,
  shown: Request | undefined,
  made: Made,
  n: number,
): Action | undefined {
  const step = { ...made, by };
  const { requestId, at } = made;
  switch (deed) {
    case 'hand-over': {
      const own = offer({ requestId, from: at, until: at + 3_600_000, codeUntil: at + 1_500_000 });
      return action('hand-over', { ...step, offer: own, entries: { ...entries(), ...oneEntry(n) } });
    }
    case 'take-over':
      return action('take-over', step);
    case 'fill':
    case 'fill-unseen': {
      const seen = deed === 'fill' ? shownIds(shown) : [];
      const reasons = n % 3 === 0 ? {} : { description: '核对过了', name: '核对过了', trouble: '核对过了' };
      return action('fill', { ...step, entries: oneEntry(n), seen, reasons });
    }
    case 'send':
      return sending(shown, n, (over) =>
        action('open', { ...step, ...over, ...mandateOf(shown), readBack: { at, how: 'pressed' } }),
      );
    case 'send-forged':
      return sending(shown, n, ({ answers: given, ...over }) =>
        action('open', {
          ...step,
          ...over,
          ...mandateOf(shown),
          readBack: { at, how: 'pressed' },
          answers: { ...given, description: { type: 'words', words: '没人说过的话' } },
        }),
      );
    case 'send-alone':
      return sending(shown, n, ({ chosen, ...over }) =>
        action('open', { ...step, ...over, ...(n % 2 === 0 && { chosen }) }),
      );
    case 'object': {
      const about = shown && doneInName(shown)[n % Math.max(1, doneInName(shown).length)]?.id;
      return about === undefined ? undefined : action('object', { ...step, about });
    }
    case 'linked-open': {
      const agreed = { how: 'linked', linkId: link().id } as const;
      const paper = { requestId, helperId: by.id, residentId: RESIDENT.id, agreed };
      const powers = ['fill', 'submit', 'add'] as const;
      return action('open', {
        ...step,
        mandate: mandate({ ...paper, powers, from: at, until: at + 7_200_000 }),
      });
    }
    case 'linked-add':
      return action('add', step);
    case 'linked-end':
      return action('end-mandate', step);
    default:
      return action(deed, { ...step, ...(deed === 'settle' && { outcome: n % 2 ? 'ended' : 'goes-on' }) });
  }
}

function oneEntry(n: number): Entries {
  const field = FIELDS[n % FIELDS.length] ?? 'description';
  const words = `话${n}`;
  const entry: Entry =
    field === 'trouble'
      ? { type: 'choice', choice: ['water', 'gas', 'other'][n % 3] ?? 'water' }
      : field === 'smell'
        ? { type: 'yes-no', yes: n % 2 === 0 }
        : { type: 'typed', typed: words };
  return { [field]: entry };
}

function shownIds(shown: Request | undefined): readonly string[] {
  const values = Object.values(shown?.draft?.standing ?? {}).flat();
  return [...new Set(values.map(({ id }) => id))];
}

function mandateOf(shown: Request | undefined) {
  return shown?.mandate ? { mandate: shown.mandate } : {};
}

type Sending = Pick<Extract<Action, { kind: 'open' }>, 'answers'> & {
  readonly chosen: Readonly<Record<string, string>>;
  readonly seen: readonly string[];
};

/** Of each field the n-th value that stands there, when they make a whole request. */
function sending(shown: Request | undefined, n: number, make: (over: Sending) => Action): Action | undefined {
  const standing = Object.values(shown?.draft?.standing ?? {});
  const picked = standing.flatMap((values) => values[n % values.length] ?? []);
  const read = answersOf(
    matter(),
    Object.fromEntries(picked.map(({ field, entry }) => [field, entry])),
    '2026-03-04',
  );
  if (!read.ok) return undefined;
  const chosen = Object.fromEntries(
    picked.filter(({ field }) => Object.keys(read.value).includes(field)).map(({ field, id }) => [field, id]),
  );
  return make({
    answers: Object.keys(chosen).length > 0 ? read.value : answers(),
    chosen,
    seen: shownIds(shown),
  });
}
