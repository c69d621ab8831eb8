/** A draft that two people write: what stands, what was replaced, what came later, and whose words are sent. */
import { describe, expect, test } from 'vitest';
import type { Entries } from '#domain/answers/answer.ts';
import type { Action, Person } from '#domain/request/action.ts';
import { apply } from '#domain/request/apply.ts';
import { everyValue, standingFor } from '#domain/request/draft.ts';
import type { Request } from '#domain/request/request.ts';
import {
  action,
  type ActionOf,
  answers,
  hexId,
  HELPER,
  link,
  mandate,
  offer,
  openAction,
  pressed,
  RESIDENT,
  stamp,
  WORKER,
} from '#tests/support/make.ts';

const PHONE = hexId(0xd1);
const DESK = hexId(0xd2);
const HANDED = hexId(1);

const ODD: Entries = Object.fromEntries([['toString', { type: 'unknown' }]]);
const said = (words: string): Entries => ({ description: { type: 'typed', typed: words } });
const handOver = (entries: Entries, id = HANDED, device = PHONE): Action =>
  action('hand-over', { id, entries, device });
const takeOver = action('take-over', { id: hexId(2), device: DESK });
function fill(n: number, words: string, seen: readonly string[], over: Partial<ActionOf<'fill'>> = {}) {
  return action('fill', { id: hexId(n), entries: said(words), seen, by: WORKER, device: DESK, ...over });
}
const byResident = { by: RESIDENT, device: PHONE } satisfies Partial<ActionOf<'fill'>>;

function after(...steps: readonly Action[]): Request {
  const request = steps.reduce<Request | undefined>(
    (one, step, n) => apply(one, step, stamp(step.kind, { seq: n + 1, receivedAt: n })),
    undefined,
  );
  if (!request) throw new Error('no request');
  return request;
}
function standing(request: Request, field = 'description'): readonly unknown[] {
  return request.draft ? standingFor(request.draft, field).map(typed) : [];
}
const typed = ({ entry }: { readonly entry: unknown }): unknown => (entry as { typed?: string }).typed; // all entries here are typed ones

describe('two people write', () => {
  test('what they give for one field at the same time stays side by side', () => {
    const both = after(handOver({}), takeOver, fill(3, '水管', []), fill(4, '水龙头', [], byResident));
    expect(standing(both)).toEqual(['水管', '水龙头']);
    expect(both.draft?.earlier).toEqual([]);
  });

  test('who has seen a value replaces it, and it can still be read', () => {
    const one = after(handOver(said('漏水')), takeOver, fill(3, '厨房漏水', [HANDED]));
    expect(standing(one)).toEqual(['厨房漏水']);
    expect(one.draft?.earlier.map(typed)).toEqual(['漏水']);
  });

  test('who saw one of two replaces only that one', () => {
    const two = after(handOver(said('甲')), fill(3, '乙', []), fill(4, '丙', [hexId(3)]));
    expect(standing(two)).toEqual(['甲', '丙']);
  });

  test('to see a step does not replace its values for other fields', () => {
    const both: Entries = { ...said('漏水'), name: { type: 'typed', typed: '王秀兰' } };
    const one = after(handOver(both), fill(3, '厨房漏水', [HANDED]));
    expect(standing(one, 'name')).toEqual(['王秀兰']);
  });

  test('nothing ever leaves, whatever the order', () => {
    const steps = [fill(3, '乙', [HANDED]), fill(4, '丙', [hexId(3)]), fill(5, '丁', [HANDED], byResident)];
    for (const order of [steps, steps.toReversed()]) {
      const request = after(handOver(said('甲')), ...order);
      expect(
        everyValue(request.draft ?? never())
          .map(typed)
          .sort(),
      ).toEqual(['丁', '丙', '乙', '甲'].sort());
    }
  });

  test('a field by the name of what every object has is a field like any other', () => {
    const odd = after(handOver({}), action('fill', { entries: ODD }));
    expect(standingFor(odd.draft ?? never(), 'toString')).toMatchObject([{ entry: { type: 'unknown' } }]);
    expect(standingFor(odd.draft ?? never(), 'constructor')).toEqual([]);
  });
});

describe('whose words', () => {
  const teller = (by: Person, told: ActionOf<'fill'>['told']) =>
    standingFor(
      after(handOver({}), fill(3, '水管', [], { by, ...(told && { told }) })).draft ?? never(),
      'description',
    )[0]?.teller;

  test.each([
    ['a worker types', WORKER, undefined, 'worker'],
    ['the resident types on the worker’s screen', WORKER, { description: 'resident' }, 'resident'],
    ['a worker takes it from the records', WORKER, { description: 'office' }, 'office'],
    ['a helper types', HELPER, undefined, 'helper'],
    ['a helper claims the office’s records', HELPER, { description: 'office' }, 'helper'],
    ['the resident types', RESIDENT, undefined, 'resident'],
    ['the resident claims the office’s records', RESIDENT, { description: 'office' }, 'resident'],
  ] as const)('%s: the %s’s', (_, by, told, whose) => {
    expect(teller(by, told)).toBe(whose);
  });
});

describe('“help me” a second time', () => {
  test('replaces what came from the same phone, and leaves what the worker gave beside it', () => {
    const twice = after(handOver(said('甲')), takeOver, fill(3, '乙', []), handOver(said('丙'), hexId(4)));
    expect(standing(twice)).toEqual(['乙', '丙']);
    expect(twice.draft?.earlier.map(typed)).toEqual(['甲']);
  });

  test('does not show the same words twice', () => {
    const twice = after(handOver({}), takeOver, fill(3, '乙', []), handOver(said('乙'), hexId(4)));
    expect(standing(twice)).toEqual(['乙']);
  });

  test('from another phone it replaces nothing that this one cannot have seen', () => {
    const twice = after(handOver(said('甲')), handOver(said('丙'), hexId(4), hexId(0xd9)));
    expect(standing(twice)).toEqual(['甲', '丙']);
  });

  test('ends the mandate that was, and opens the door that was closed', () => {
    const end = action('end-mandate', { id: hexId(3) });
    const again = after(handOver({}), takeOver, end, handOver({}, hexId(4)));
    expect(again).not.toHaveProperty('mandate');
    expect(again).not.toHaveProperty('mandateEnded');
    expect(again.trail.map(({ kind }) => kind)).toEqual([
      'hand-over',
      'take-over',
      'end-mandate',
      'hand-over',
    ]);
  });
});

describe('sending', () => {
  const send = (over: Partial<ActionOf<'open'>>): Action =>
    openAction({ id: hexId(9), by: WORKER, device: DESK, mandate: pressed(WORKER.id), ...over });
  const steps = [handOver(said('漏水')), takeOver, fill(3, '厨房漏水', [HANDED])];

  test('says whose words each answer is, with all that was said before', () => {
    const sent = after(...steps, send({ chosen: { description: hexId(3) }, seen: [HANDED, hexId(3)] }));
    expect(sent.given?.['description']).toMatchObject({ teller: 'worker', device: DESK });
    expect(sent.given?.['description']?.earlier.map(typed)).toEqual(['漏水']);
    expect(sent).not.toHaveProperty('draft');
    expect(sent).not.toHaveProperty('later');
    expect(sent.residentId).toBe(RESIDENT.id);
  });

  test('what nobody had seen stands beside it as “came later”', () => {
    const late = fill(4, '卫生间也漏', [], byResident);
    const chosen = { description: hexId(3) };
    const sent = after(...steps, late, send({ chosen, seen: [HANDED, hexId(3)] }));
    expect(sent.later?.map(typed)).toEqual(['卫生间也漏']);
  });

  test('what the resident adds after it changes no answer', () => {
    const chosen = { description: hexId(3) };
    const sent = send({ chosen, seen: [HANDED, hexId(3)] });
    const added = after(...steps, sent, fill(10, '改了', [hexId(3)], byResident));
    expect(added.answers).toEqual(answers());
    expect(added.later?.map(typed)).toEqual(['改了']);
    expect(added.given?.['description']?.earlier.map(typed)).toEqual(['漏水']);
  });

  test('whoever has not seen the draft folds the same words from the service’s stamp', () => {
    const sent = send({ chosen: { description: hexId(3) }, seen: [HANDED, hexId(3)] });
    const whole = after(...steps, sent);
    const told = { ...(whole.given && { given: whole.given }), receivedAt: 3, seq: 4 };
    const alone = apply(undefined, sent, stamp('open', told));
    expect({ ...alone, trail: [] }).toEqual({ ...whole, trail: [] });
  });

  test('the resident may send it alone: nobody acted in the resident’s name then', () => {
    const alone = openAction({ id: hexId(9), seen: [HANDED] });
    const sent = after(...steps, alone);
    expect(sent).not.toHaveProperty('mandate');
    expect(sent.later?.map(typed)).toEqual(['厨房漏水']);
  });

  test('an old request by a mandate of paper, without these fields, says that the worker typed it', () => {
    const old = apply(undefined, openAction({ by: WORKER, mandate: mandate() }), stamp('open'));
    expect(Object.values(old?.given ?? {}).map(({ teller }) => teller)).toEqual(
      Object.keys(answers()).map(() => 'worker'),
    );
    expect(apply(undefined, openAction(), stamp('open'))).not.toHaveProperty('given');
  });

  test('a helper’s waits for the resident’s yes, which nothing else gives', () => {
    const agreed = { how: 'linked', linkId: link().id } as const;
    const open = openAction({ by: HELPER, mandate: mandate({ helperId: HELPER.id, agreed }) });
    const filed = apply(undefined, open, stamp('open', { awaits: 'resident' }));
    expect(apply(filed, action('write'), stamp('write'))).toHaveProperty('awaits');
    expect(apply(filed, action('agree'), stamp('agree'))).not.toHaveProperty('awaits');
  });
});

test('steps in odd orders leave a request that can be read', () => {
  expect(apply(undefined, takeOver)).toBeUndefined();
  expect(after(openAction(), takeOver, handOver(said('甲')))).toMatchObject({
    status: 'open',
    answers: answers(),
  });
  expect(after(handOver({}), action('take'), takeOver)).toMatchObject({
    mandate: pressed(WORKER.id, offer()),
  });
});

function never(): never {
  throw new Error('there is a draft');
}
