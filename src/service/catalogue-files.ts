/** The catalogue from its folder, checked as a whole, and every version of it kept. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Matter } from '#domain/matter/matter.ts';
import type { Office } from '#domain/office/office.ts';
import { sayProblem } from '#matters/problem.ts';
import { readCatalogue } from '#matters/read-catalogue.ts';
import { CannotStart } from './cannot-start.ts';
import { readJsonFile } from './office-file.ts';
import type { Store } from './store/store.ts';

/** `dir` has `blocks.json` and the folder `catalogue`. @throws CannotStart, with file and JSON path */
export async function readMatters(dir: string): Promise<readonly Matter[]> {
  const folder = join(dir, 'catalogue');
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new CannotStart([`${folder}: cannot be read (${error.code ?? error.name}).`]);
  });
  const files: Record<string, unknown> = {};
  for (const name of names.filter((file) => file.endsWith('.json')).toSorted())
    files[join(folder, name)] = await readJsonFile(join(folder, name));
  const read = readCatalogue(files, await readJsonFile(join(dir, 'blocks.json')));
  if (!read.ok) throw new CannotStart(read.reason.map(sayProblem));
  return read.value;
}

/**
 * Requests keep the version that they began with, so a version may not change once it has been used.
 * While an office is only tried out, it is replaced instead.
 */
export async function keepMatters(
  store: Store,
  matters: readonly Matter[],
  mode: Office['mode'],
): Promise<void> {
  const changed: string[] = [];
  for (const matter of matters) {
    if ((await store.keepMatter(matter)) === 'kept') continue;
    if (mode === 'demo') await store.replaceMatter(matter);
    else
      changed.push(`${matter.id}: changed, but still has version ${matter.version}: count the version up.`);
  }
  if (changed.length > 0) throw new CannotStart(changed);
}
