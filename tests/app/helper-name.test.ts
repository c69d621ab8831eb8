import { expect, test } from 'vitest';
import { isHeldNow } from '#app/helper-name.ts';
import type { Power } from '#domain/mandate/mandate.ts';
import { mandate, MORNING, request } from '#tests/support/make.ts';

const FILLS: readonly Power[] = ['fill', 'submit'];

test.each([
  ['draft', FILLS, true],
  ['open', FILLS, false],
  ['open', [...FILLS, 'add'], true],
  ['taken', [...FILLS, 'receive'], true],
  ['done', [...FILLS, 'add'], false],
] as const)('a mandate on a request that is %s, with %s: %s', (status, powers, held) => {
  const paper = mandate({ powers, from: MORNING, until: MORNING + 1_000 });
  expect(isHeldNow(request({ status, mandate: paper }), MORNING + 1_000)).toBe(held);
  expect(isHeldNow(request({ status, mandate: paper }), MORNING + 1_001)).toBe(false);
});
