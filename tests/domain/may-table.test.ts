/** Every role tries every step on every state. What who-may-do-what.ts lists is allowed, everything else is refused. */
import { expect, test } from 'vitest';
import type { Link } from '#domain/mandate/link.ts';
import type { Mandate } from '#domain/mandate/mandate.ts';
import { KINDS, type Action, type Kind, type Person } from '#domain/request/action.ts';
import { apply } from '#domain/request/apply.ts';
import { mayAct } from '#domain/request/may-act.ts';
import type { Request } from '#domain/request/request.ts';
import {
  action,
  ADMINISTRATOR,
  answers,
  COLLEAGUE,
  HELPER,
  hexId,
  known,
  link,
  mandate,
  MORNING,
  openAction,
  OTHER_RESIDENT,
  pressed,
  request,
  RESIDENT,
  SUPERVISOR,
  WORKER,
} from '#tests/support/make.ts';
import { MAY, WHEN, WHO, type When, type Who } from './who-may-do-what.ts';

const FILER: Person = { id: 'worker-3', role: 'worker' };
const LINKED = { how: 'linked', linkId: link().id } as const;

/** Who tries, with the mandate that the request has then. Nobody's own: a colleague's. */
const PEOPLE: Record<Who, { by: Person; named?: true; ended?: true; link?: Link | 'none' }> = {
  'the resident': { by: RESIDENT },
  'another resident': { by: OTHER_RESIDENT },
  'a helper with a live link': { by: HELPER, named: true, link: link() },
  'a helper without a link': { by: HELPER, named: true, link: 'none' },
  'the worker who has it': { by: WORKER },
  'another worker': { by: COLLEAGUE },
  'a worker with a live mandate': { by: { id: 'worker-4', role: 'worker' }, named: true },
  'a worker whose mandate ended': { by: { id: 'worker-5', role: 'worker' }, named: true, ended: true },
  'a supervisor': { by: SUPERVISOR },
  'the supervisor who filed it': { by: { id: 'supervisor-2', role: 'supervisor' }, named: true },
  'an administrator': { by: ADMINISTRATOR, named: true },
};

const HANDED = hexId(0xb0);
const FILED = hexId(0xb1);

function paper(who: Who): Mandate {
  const { by, named } = PEOPLE[who];
  const common = { residentId: RESIDENT.id, helperId: named ? by.id : FILER.id };
  return mandate({
    ...common,
    powers: ['fill', 'submit', 'add', 'receive'],
    ...(by.role === 'helper' && { agreed: LINKED }),
  });
}

function ended(who: Who): Partial<Request> {
  return PEOPLE[who].ended ? { mandateEnded: { at: MORNING, by: RESIDENT } } : {};
}

/** The request as it stands when somebody tries. */
function standing(when: When, who: Who): Request | undefined {
  if (when === 'unheard of') return undefined;
  const { by, named } = PEOPLE[who];
  if (when.startsWith('a draft')) {
    const handed = apply(undefined, action('hand-over', { id: HANDED }));
    if (!handed || when === 'a draft, handed over') return handed;
    const hands = named && by.role !== 'helper' ? by : FILER;
    return { ...handed, mandate: pressed(hands.id), ...ended(who) };
  }
  const [status] = when.split(',');
  const line = { id: FILED, kind: 'open', by: named ? by : FILER, at: MORNING, known: 'received' } as const;
  return request({
    status: status as Request['status'], // the state's first word
    mandate: paper(who),
    ...ended(who),
    trail: [line],
    ...(when.includes('objected') && { objected: { at: MORNING, by: RESIDENT, about: FILED } }),
    ...(when.includes('awaiting') && { awaits: 'resident' as const }),
    ...(when.includes('confirmed') && {
      confirmBy: { at: MORNING + 86_400_000, calendar: 'published' as const },
    }),
  });
}

/** The step, as well made as this person can make it. */
function attempt(kind: Kind, when: When, who: Who): Action {
  const { by } = PEOPLE[who];
  if (kind === 'object') return action(kind, { by, about: FILED, told: 'telephone' });
  if (kind === 'agree') return action(kind, { by, words: '电话里说可以。' });
  if (kind !== 'open') return action(kind, { by, ...(kind === 'hand-over' && forOneself(by)) });
  if (by.role === 'resident') return openAction({ by });
  const read = { readBack: { at: MORNING, how: 'pressed' } } as const;
  if (!when.startsWith('a draft')) {
    const own = { ...paper(who), helperId: by.id };
    return openAction({ by, mandate: own, ...read });
  }
  const chosen = Object.fromEntries(Object.keys(answers()).map((field) => [field, HANDED]));
  return openAction({ by, mandate: pressed(by.id), chosen, seen: [HANDED], ...read });
}

function forOneself(by: Person) {
  const { offer } = action('hand-over');
  return { offer: { ...offer, residentId: by.id } };
}

const CELLS = WHO.flatMap((who) => WHEN.flatMap((when) => KINDS.map((kind) => [who, kind, when] as const)));

test.each(WHO)('%s may do what is listed, and nothing else', (who) => {
  const wrong = CELLS.filter(([one]) => one === who).flatMap(([, kind, when]) => {
    const facts = known({ receivedAt: MORNING, ...linkOf(who) });
    const refused = mayAct(standing(when, who), attempt(kind, when, who), facts);
    const listed = MAY[kind][who]?.includes(when) ?? false;
    if (listed === (refused === undefined)) return [];
    return [
      `${kind}, ${when}: ${listed ? `listed, and refused: ${refused?.reason}` : 'not listed, and may'}`,
    ];
  });
  expect(wrong).toEqual([]);
});

function linkOf(who: Who): { readonly link?: Link | 'none' } {
  const { link: leave } = PEOPLE[who];
  return leave ? { link: leave } : {};
}

test('the walk is the whole product of roles, steps and states', () => {
  expect(new Set(CELLS.map((cell) => cell.join('|'))).size).toBe(WHO.length * KINDS.length * WHEN.length);
  expect(Object.keys(MAY).sort()).toEqual([...KINDS].sort());
});
