/**
 * The whole catalogue, checked, from files that somebody else has opened.
 *
 * One bad file refuses all: a service that starts without a matter would turn residents away.
 */
import type { Matter } from '#domain/matter/matter.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { BLOCKS_FILE, readBlocks } from './blocks.ts';
import { checkCatalogue, checkMatter, sayProblem, type MatterFile, type Problem } from './check-matter.ts';

/**
 * `files`: parsed JSON by file name or path; `blocks`: the parsed `blocks.json`.
 * The matters come in the order of the home screen, then by id.
 */
export function readCatalogue(
  files: Readonly<Record<string, unknown>>,
  blocks: unknown,
): Result<readonly Matter[], readonly Problem[]> {
  const known = readBlocks(blocks);
  if (!known.ok) return known;

  const good: MatterFile[] = [];
  const problems: Problem[] = [];
  for (const [file, json] of Object.entries(files)) {
    const checked = checkMatter(file, json, known.value);
    if (checked.ok) good.push({ file, matter: checked.value });
    else problems.push(...checked.reason);
  }
  problems.push(...checkCatalogue(good), ...unused(Object.keys(known.value), files));
  if (problems.length > 0) return refuse(onceEach(problems));

  const place = ({ home = Infinity }: Matter) => home;
  return ok(
    good
      .map(({ matter }) => matter)
      .sort((a, b) => (place(a) === place(b) ? (a.id < b.id ? -1 : 1) : place(a) - place(b))),
  );
}

/** A block is checked where it is used; one that nobody uses would never be checked. */
function unused(names: readonly string[], files: Readonly<Record<string, unknown>>): readonly Problem[] {
  const used = new Set<string>();
  JSON.stringify(files, (key, value: unknown) => {
    if (key === 'block' && typeof value === 'string') used.add(value);
    return value;
  });
  return names
    .filter((name) => !used.has(name))
    .map((name) => ({ file: BLOCKS_FILE, path: name, says: 'no matter uses this block' }));
}

/** A mistake in a block comes up in every matter that uses it, and is mended once. */
function onceEach(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [sayProblem(problem), problem])).values()];
}
