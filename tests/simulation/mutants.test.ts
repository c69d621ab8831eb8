/** A green simulation proves nothing unless it goes red for each rule that is broken. */
import { afterEach, expect, test } from 'vitest';
import { inMemory } from './kept-databases.ts';
import { MUTANTS, unmock } from './mutants.ts';
import { DAY, failing, seeds } from './seeds.ts';

afterEach(unmock);

test.each(Object.entries(MUTANTS))('it is noticed when %s', { timeout: 600_000 }, async (_, mutate) => {
  const code = await mutate();
  expect(await failing(seeds(1, 500), code, inMemory, DAY, 1)).toHaveLength(1);
});
