/**
 * Says whether a matter file can be trusted, and if not, names the file and the place in it.
 *
 * Pure: the build, the service's start and the tests all ask here.
 */
import * as v from 'valibot';
import type { Matter } from '#domain/matter/matter.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { fillBlocks, placeOf, startsWith, type Blocks } from './blocks.ts';
import { matterShape, sayIssue } from './matter-shape.ts';
import { nonsenseIn } from './meaning.ts';
import { fileName, sayPath, type Path, type Problem, type Step } from './problem.ts';

export { sayProblem, type Problem } from './problem.ts';

export function checkMatter(file: string, json: unknown, blocks: Blocks): Result<Matter, readonly Problem[]> {
  // 1. Fill in the blocks.
  const expanded = fillBlocks(json, blocks);
  const missing = expanded.missing.map(({ at, block }) => ({
    file,
    path: sayPath([...at, 'block']),
    says: `there is no block "${block}"`,
  }));

  // 2. Is it a matter? What lies inside a missing block is not complained about again.
  const read = v.safeParse(matterShape, expanded.json);
  if (!read.success) {
    const issues = read.issues
      .map((issue) => ({ path: pathOf(issue), says: sayIssue(issue) }))
      .filter(({ path }) => !expanded.missing.some(({ at }) => startsWith(path, at)))
      .map(({ path, says }) => ({ ...placeOf(path, file, expanded.filled), says }));
    return refuse([...missing, ...issues]);
  }

  // 3. Does it make sense?
  const matter = read.output;
  const nonsense = nonsenseIn(matter).map(({ at, says }) => ({
    ...placeOf(at, file, expanded.filled),
    says,
  }));
  const misnamed =
    fileName(file) === `${matter.id}.json`
      ? []
      : [{ file, path: 'id', says: `the file should be called ${matter.id}.json` }];
  const problems = [...missing, ...misnamed, ...nonsense];
  return problems.length > 0 ? refuse(problems) : ok(matter);
}

export type MatterFile = { readonly file: string; readonly matter: Matter };

/** What no single file can know: whether two of them claim the same name or the same place. */
export function checkCatalogue(files: readonly MatterFile[]): readonly Problem[] {
  const claims: readonly { path: string; claim: (matter: Matter) => string | undefined }[] = [
    { path: 'version', claim: ({ id, version }) => `${id}, version ${version}` },
    {
      path: 'home',
      claim: ({ home }) => (home === undefined ? undefined : `place ${home} on the home screen`),
    },
    { path: 'title.zh-CN', claim: ({ title }) => `the title ${title['zh-CN']}` },
  ];
  return claims.flatMap(({ path, claim }) =>
    files.flatMap(({ file, matter }, index) => {
      const claimed = claim(matter);
      const first = files.findIndex((other) => claimed !== undefined && claim(other.matter) === claimed);
      const owner = first < index ? files[first] : undefined;
      return owner ? [{ file, path, says: `${claimed} is already taken by ${owner.file}` }] : [];
    }),
  );
}

function pathOf(issue: v.BaseIssue<unknown>): Path {
  return (issue.path ?? []).map(({ key }) => key as Step); // JSON has no other keys than names and indexes
}
