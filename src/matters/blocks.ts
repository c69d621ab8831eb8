/**
 * Blocks: pieces of a matter that many matters share, written once in `blocks.json`.
 *
 * Wherever a matter file has `{"block": "name", …}`, the piece of that name stands there, with the
 * other keys of the entry laid over it. A block holds no blocks itself.
 */
import { ok, refuse, type Result } from '#domain/result.ts';
import { sayPath, type Path, type Problem } from './problem.ts';

export const BLOCKS_FILE = 'blocks.json';

type Json = { readonly [key: string]: unknown };
export type Blocks = Readonly<Record<string, Json>>;

/** A place filled from a block: `own` are the keys that the matter file itself gives there. */
type Filled = { readonly at: Path; readonly block: string; readonly own: readonly string[] };

export type Expanded = {
  readonly json: unknown;
  readonly filled: readonly Filled[];
  /** Places that name a block which does not exist. */
  readonly missing: readonly { readonly at: Path; readonly block: string }[];
};

export function readBlocks(json: unknown): Result<Blocks, readonly Problem[]> {
  if (!isObject(json))
    return refuse([{ file: BLOCKS_FILE, path: '', says: 'should be an object of blocks by name' }]);
  const problems = Object.entries(json)
    .filter(([, block]) => !isObject(block))
    .map(([name]) => ({ file: BLOCKS_FILE, path: name, says: 'should be an object' }));
  return problems.length > 0 ? refuse(problems) : ok(json as Blocks); // every value was looked at
}

export function fillBlocks(json: unknown, blocks: Blocks): Expanded {
  const filled: Filled[] = [];
  const missing: { at: Path; block: string }[] = [];

  function fill(node: unknown, at: Path): unknown {
    if (Array.isArray(node)) return node.map((item, index) => fill(item, [...at, index]));
    if (!isObject(node)) return node;

    const { block: name, ...rest } = node;
    const named = typeof name === 'string';
    const own = Object.fromEntries(
      Object.entries(named ? rest : node).map(([key, value]) => [key, fill(value, [...at, key])]),
    );
    if (!named) return own;

    const block = Object.hasOwn(blocks, name) ? blocks[name] : undefined;
    if (block === undefined) {
      missing.push({ at, block: name });
      return own;
    }
    filled.push({ at, block: name, own: Object.keys(own) });
    return { ...block, ...own };
  }

  return { json: fill(json, []), filled, missing };
}

/** Where a person must mend it: the matter's own file, or the block that filled the place. */
export function placeOf(path: Path, file: string, filled: readonly Filled[]): { file: string; path: string } {
  const source = filled
    .filter(
      ({ at, own }) =>
        at.length < path.length && startsWith(path, at) && !own.includes(String(path[at.length])),
    )
    .at(-1);
  return source
    ? { file: BLOCKS_FILE, path: sayPath([source.block, ...path.slice(source.at.length)]) }
    : { file, path: sayPath(path) };
}

export function startsWith(path: Path, start: Path): boolean {
  return start.every((step, index) => path[index] === step);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
