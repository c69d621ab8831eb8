import { describe, expect, test } from 'vitest';
import {
  chosenOf,
  fieldState,
  fillingOf,
  NO_HAND,
  startEntries,
  startHand,
  type Hand,
} from '#app/screens/acting/handed-form.ts';
import type { Entry } from '#domain/answers/answer.ts';
import { fillIn, type Draft, type Value } from '#domain/request/draft.ts';
import { DEVICE_ID, hexId, MORNING, RESIDENT, WORKER } from '#tests/support/make.ts';

const typed = (words: string): Entry => ({ type: 'typed', typed: words });
let steps = 0;
const said = (words: string, teller: Value['teller'] = 'resident'): Value => ({
  id: hexId((steps += 1)),
  field: 'place',
  entry: typed(words),
  by: teller === 'resident' ? RESIDENT : WORKER,
  teller,
  at: MORNING,
  device: DEVICE_ID,
});
const draftOf = (...values: readonly Value[]): Draft =>
  fillIn({ offer: {} as Draft['offer'], standing: {}, earlier: [] }, values, []); // the form never asks the offer
const FIELDS = ['place'];
const fill = (draft: Draft, hand: Hand, entry: Entry | undefined) =>
  fillingOf(draft, hand, entry ? { place: entry } : {}, FIELDS, '没写');

describe('what the resident said', () => {
  const door = said('门口');
  const draft = draftOf(door);
  const hand = startHand(draft);

  test('stands in the box, is chosen as it is, and is not said a second time', () => {
    expect(startEntries(draft)).toEqual({ place: typed('门口') });
    expect(fill(draft, hand, typed('门口'))).toBeUndefined();
    expect(chosenOf(draft, hand, startEntries(draft), { place: { type: 'words', words: '门口' } })).toEqual({
      place: door.id,
    });
  });

  test('is replaced only with a reason, and stays in sight', () => {
    const state = fieldState(draft, hand, 'place', typed('后门'));
    expect(state).toMatchObject({ needsReason: true, others: [door] });
    expect(fill(draft, { ...hand, reasons: { place: '写错了' } }, typed('后门'))).toEqual({
      entries: { place: typed('后门') },
      seen: [door.id],
      reasons: { place: '写错了' },
    });
  });

  test('needs no reason when the resident wrote it anew on the turned-round screen', () => {
    const turned: Hand = { ...hand, told: { place: 'resident' } };
    expect(fieldState(draft, turned, 'place', typed('后门')).needsReason).toBe(false);
    expect(fill(draft, turned, typed('后门'))).toMatchObject({ told: { place: 'resident' } });
  });

  test('is taken away by an empty box, with a reason as well', () => {
    expect(fill(draft, hand, undefined)).toMatchObject({
      entries: { place: typed('') },
      reasons: { place: '没写' },
    });
  });
});

test('where two people differ nothing is in the box, nothing is sent, and one is chosen', () => {
  const [door, gate] = [said('门口'), said('后门', 'worker')];
  const draft = draftOf(door, gate);
  const hand = startHand(draft);
  expect(startEntries(draft)).toEqual({});
  expect(fieldState(draft, hand, 'place', undefined)).toMatchObject({ isOpen: true, known: [door, gate] });
  expect(fill(draft, hand, undefined)).toBeUndefined();
  const picked: Hand = { ...hand, picks: { place: door.id } };
  expect(fieldState(draft, picked, 'place', door.entry)).toMatchObject({ isOpen: false, chosen: door });
  expect(fill(draft, picked, door.entry)).toBeUndefined();
});

test('what comes while the worker writes is shown as new, and overwrites nothing', () => {
  const before = draftOf(said('门口'));
  const hand = startHand(before);
  const late = said('二楼');
  const draft = fillIn(before, [late], hand.seen);
  const state = fieldState(draft, hand, 'place', typed('门口'));
  expect(state.fresh).toEqual([late]);
  expect(fill(draft, hand, typed('后门'))).toMatchObject({ seen: hand.seen });
  expect(fill(draft, hand, typed('后门'))?.seen).not.toContain(late.id);
});

test('older words that the worker stays with are sent as the resident’s, by their own step', () => {
  const door = said('门口');
  const before = draftOf(door);
  const late = said('二楼');
  const draft = fillIn(before, [late], [door.id]);
  const hand: Hand = { ...startHand(draft), picks: { place: door.id } };
  expect(fieldState(draft, hand, 'place', door.entry).chosen).toEqual(door);
  expect(fill(draft, hand, door.entry)).toBeUndefined();
});

test('an empty box where nobody said anything is nothing', () => {
  expect(fill(draftOf(), NO_HAND, typed(''))).toBeUndefined();
});
