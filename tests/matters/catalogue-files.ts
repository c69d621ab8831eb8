/** The real catalogue, as its files stand on the disk. */
import { readCatalogue } from '#matters/read-catalogue.ts';
import { sayProblem } from '#matters/problem.ts';
import type { Matter } from '#domain/matter/matter.ts';
import blocks from '../../src/matters/blocks.json' with { type: 'json' };

export { blocks };

export const files: Record<string, unknown> = import.meta.glob('/src/matters/catalogue/*.json', {
  eager: true,
  import: 'default',
});

export function realMatters(): readonly Matter[] {
  const read = readCatalogue(files, blocks);
  if (!read.ok) throw new Error(read.reason.map(sayProblem).join('\n'));
  return read.value;
}

/** Every text of a language in any piece of JSON, with the path to it. */
export function textsIn(json: unknown, language: string, path = ''): readonly (readonly [string, string])[] {
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) =>
    key === language && typeof value === 'string'
      ? [[path, value] as const]
      : textsIn(value, language, path === '' ? key : `${path}.${key}`),
  );
}
