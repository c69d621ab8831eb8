import { expect, test } from 'vitest';
import { KEEP_AFTER_MS, makeKeeper, type Kept } from '#app/screens/question/keeper.ts';
import type { Entry } from '#domain/answers/answer.ts';

const typed = (words: string): Entry => ({ type: 'typed', typed: words });

/** A device that writes as slowly as it is told, and may be full. */
function device() {
  const written: string[] = [];
  const heard: Kept[] = [];
  let isFull = false;
  let gate: Promise<void> = Promise.resolve();
  const keeper = makeKeeper(
    async (fieldId, entry) => {
      const mine = gate;
      gate = Promise.resolve(); // only the next write is held
      await mine;
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
      written.push(`${fieldId}: ${entry?.type === 'typed' ? entry.typed : 'nothing'}`);
    },
    (kept) => heard.push(kept),
  );
  return {
    keeper,
    written,
    heard,
    full: (is: boolean) => (isFull = is),
    hold: () => {
      let open = (): void => undefined;
      gate = new Promise((resolve) => (open = resolve));
      return () => open();
    },
  };
}

test('what is typed waits less than 300 ms', () => {
  expect(KEEP_AFTER_MS).toBeLessThan(300);
});

test('a choice is written at once', async () => {
  const { keeper, written } = device();
  expect(await keeper.now('trouble', typed('water'))).toBe('kept');
  expect(written).toEqual(['trouble: water']);
});

test('leaving writes what was typed last, and writes it once', async () => {
  const { keeper, written } = device();
  keeper.later('name', typed('王'));
  keeper.later('name', typed('王秀'));
  keeper.later('name', typed('王秀兰'));
  await keeper.flush();
  await keeper.flush();
  expect(written).toEqual(['name: 王秀兰']);
});

test('what is typed while an older word is still being written is written after it', async () => {
  const { keeper, written, hold } = device();
  const open = hold();
  const first = keeper.now('name', typed('王'));
  await Promise.resolve();
  const second = keeper.now('name', typed('王秀兰'));
  open();
  await Promise.all([first, second]);
  expect(written.at(-1)).toBe('name: 王秀兰');
});

test('a full device is said to be one, nothing is thrown away, and the next try keeps it', async () => {
  const { keeper, written, heard, full } = device();
  full(true);
  expect(await keeper.now('name', typed('王秀兰'))).toBe('not-kept');
  full(false);
  expect(await keeper.flush()).toBe('kept');
  expect(written).toEqual(['name: 王秀兰']);
  expect(heard).toEqual(['not-kept', 'kept']);
});
