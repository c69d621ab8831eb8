/** Set-up of every test: what would be printed as a warning or an error for nobody to read fails the test instead. */
import { format } from 'node:util';
import { afterEach, beforeEach, expect, vi } from 'vitest';

const printed: string[] = [];

beforeEach(() => {
  printed.length = 0;
  for (const kind of ['error', 'warn'] as const) {
    vi.spyOn(console, kind).mockImplementation((...what: unknown[]) => {
      printed.push(`console.${kind}: ${format(...what)}`);
    });
  }
});

afterEach(() => {
  expect(printed, 'nothing is printed to the console').toEqual([]);
});
