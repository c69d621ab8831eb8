import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';

/** A room may import from itself and from the rooms named here; nothing else. `src/main.tsx`, the roof, is free. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  matters: ['domain'],
  protocol: ['domain'],
  storage: ['domain'],
  photos: ['domain'],
  voice: ['domain'],
  sync: ['domain', 'protocol', 'storage'],
  kiosk: ['domain', 'storage'],
  assist: ['domain', 'protocol', 'storage'],
  app: ['domain', 'matters', 'protocol', 'storage', 'photos', 'sync', 'voice', 'kiosk', 'assist', 'locales'],
  service: ['domain', 'matters', 'protocol'],
  sw: [],
};
/** What only the sync says over the wire: a screen keeps a step, and never sends one. */
const NOT_FOR_SCREENS = ['push.ts', 'pull.ts', 'wait.ts', 'action-shape.ts'].map(
  (file) => `protocol/${file}`,
);

const list = (folder: string, ends: RegExp): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => ends.test(path))
    .sort();
const read = (path: string): string => readFileSync(path, 'utf8');
const lines = (path: string): number => read(path).trimEnd().split('\n').length;
const roomOf = (path: string): string => path.split('/')[0] ?? '';

/** The files in a room that a file names: in imports of every form, in `new URL`, in globs. From `src`, so `../locales/…` is outside. */
function named(path: string): readonly string[] {
  return [...read(`src/${path}`).matchAll(/['"`](#(?=\w+\/)|\.\.?\/)([^'"`\s]+)['"`]/gu)].map(
    ([, start = '', rest = '']) =>
      (start === '#' ? rest : posix.join(posix.dirname(path), start, rest)).replace(/^\.\.\//u, ''),
  );
}

const code = list('src', /\.tsx?$/u);
const inRooms = code.filter((path) => path.includes('/'));

test.each(inRooms)('src/%s keeps to its floor', (path) => {
  const room = roomOf(path);
  const open = MAY_IMPORT[room];
  expect(open, `a room that the table does not know: ${room}`).toBeDefined();
  expect(named(path).filter((other) => roomOf(other) !== room && !open?.includes(roomOf(other)))).toEqual([]);
});

test('no screen sends or fetches steps by itself', () => {
  const inApp = inRooms.filter((path) => roomOf(path) === 'app');
  const senders = inApp.filter((path) => named(path).some((other) => NOT_FOR_SCREENS.includes(other)));
  expect(senders).toEqual([]);
});

describe('the domain', () => {
  const domain = code.filter((path) => roomOf(path) === 'domain');

  test.each(domain)('src/%s asks nothing of the clock or of chance', (path) => {
    expect(read(`src/${path}`)).not.toMatch(
      /Date\.now|new Date\(\s*\)|Math\.random|randomUUID|getRandomValues|performance\./u,
    );
  });

  test.each(domain)('src/%s uses no package', (path) => {
    const foreign = [
      ...read(`src/${path}`).matchAll(/(?:from|import)\s*\(?\s*['"`]([^'"`.#][^'"`]*)['"`]/gu),
    ];
    expect(foreign.map(([, name]) => name)).toEqual([]);
  });
});

describe('files', () => {
  const words = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
  const component = /^[A-Z][A-Za-z0-9]*$/u;

  test.each(code)('src/%s is short, opens with what it promises, and exports by name', (path) => {
    expect(lines(`src/${path}`), 'lines').toBeLessThanOrEqual(250);
    if (!path.endsWith('.examples.tsx'))
      expect(read(`src/${path}`), 'the opening comment').toMatch(/^\/\*\*/u);
    expect(read(`src/${path}`)).not.toMatch(/^export default|\bas default\b/mu);
  });

  test.each(code)('src/%s is named after what it has', (path) => {
    const name = posix.basename(path);
    expect(['index', 'utils', 'helpers', 'types', 'misc', 'common']).not.toContain(
      name.replace(/\..*$/u, ''),
    );
    const folders = posix
      .dirname(path)
      .split('/')
      .filter((folder) => folder !== '.');
    expect(
      folders.filter((folder) => !words.test(folder)),
      'folders',
    ).toEqual([]);
    const stem = name.replace(/(?:\.d)?\.ts$|(?:\.examples)?\.tsx$/u, '');
    // A component's file bears its name; a file with markup and no component is named like any other.
    const hasComponent =
      name.endsWith('.examples.tsx') ||
      /^export (?:function|class|const) [A-Z][a-z]/mu.test(read(`src/${path}`));
    expect(stem).toMatch(name.endsWith('.tsx') && hasComponent ? component : words);
  });

  test.each(list('tests', /\.(?:tsx?|mjs)$/u))('tests/%s is short and plainly named', (path) => {
    expect(lines(`tests/${path}`), 'lines').toBeLessThanOrEqual(300);
    expect(path).toMatch(/^(?:[a-z0-9-]+\/)+[a-z0-9-]+(?:\.test)?\.(?:tsx?|mjs)$/u);
    expect(read(`tests/${path}`), 'nothing is skipped or run alone').not.toMatch(
      /\b(?:test|it|describe)\.(?:skip|only|todo)\b/u,
    );
  });
});
