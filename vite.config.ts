/** How the app and the service are built, served while developing, and tested. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { VitePWA } from 'vite-plugin-pwa';
import type { Plugin, ViteDevServer } from 'vite';
import { defineConfig } from 'vitest/config';
import { manifest } from './src/app/manifest.ts';
import { readCatalogue } from './src/matters/read-catalogue.ts';
import { sayProblem } from './src/matters/check-matter.ts';
import { tileOf } from './src/matters/tile.ts';

const MATTERS = 'src/matters';

/** The catalogue, checked while building: a mistake in a matter's file stops the build and names file and place. */
function matterFiles(): Plugin {
  const read = () => {
    const folder = join(MATTERS, 'catalogue');
    const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    const catalogue = readCatalogue(
      Object.fromEntries(names.map((name) => [name, json(join(folder, name))])),
      json(join(MATTERS, 'blocks.json')),
    );
    if (!catalogue.ok) throw new Error(catalogue.reason.map(sayProblem).join('\n'));
    return catalogue.value;
  };
  return {
    name: 'bangban-matters',
    resolveId: (id) => (id === 'virtual:matters' || id === 'virtual:matter-tiles' ? `\0${id}` : undefined),
    load(id) {
      if (id === '\0virtual:matters') return `export const shippedMatters = ${JSON.stringify(read())}`;
      if (id === '\0virtual:matter-tiles')
        return `export const tiles = ${JSON.stringify(read().map(tileOf))}`;
      return undefined;
    },
    handleHotUpdate({ file, server }) {
      if (!file.includes('/src/matters/')) return;
      server.moduleGraph.invalidateAll();
      server.ws.send({ type: 'full-reload' });
    },
  };
}

/** `npm run dev`: the real service answers under /api from the same port, and is loaded anew when its files change. */
function devService(): Plugin {
  type Opened = {
    readonly fetch: (request: Request) => Promise<Response>;
    readonly close: () => Promise<void>;
  };
  let opened: { readonly from: unknown; readonly service: Promise<Opened> } | undefined;
  type Room = {
    readonly openDev: (environment: NodeJS.ProcessEnv) => Promise<Opened>;
    readonly answerNode: (
      service: Opened,
      request: IncomingMessage,
      response: ServerResponse,
    ) => Promise<void>;
  };
  const open = async ({ openDev }: Room, before?: Promise<Opened>) => {
    await (await before?.catch(() => undefined))?.close();
    return openDev(process.env);
  };
  const answer = async (server: ViteDevServer, request: IncomingMessage, response: ServerResponse) => {
    const room = (await server.ssrLoadModule('/src/service/open-dev.ts')) as Room; // what that file exports
    // The page's first questions come together: they wait for one opening, not for one each.
    if (opened?.from !== room) opened = { from: room, service: open(room, opened?.service) };
    const service = await opened.service.catch((trouble: unknown) => {
      opened = undefined; // mended and asked again, it is opened again
      throw trouble;
    });
    await room.answerNode(service, request, response);
  };
  return {
    name: 'bangban-dev-service',
    apply: 'serve',
    configureServer(server) {
      if (process.env['VITEST']) return;
      server.middlewares.use((request, response, next) => {
        if (!request.url?.startsWith('/api/')) return next();
        answer(server, request, response).catch(next);
      });
    },
  };
}

/** The office that this build is for: the id in the data folder's office file, else the demo's. */
function officeId(): string {
  try {
    const file: { id?: unknown } = JSON.parse(
      readFileSync(join(process.env['DATA_DIR'] ?? 'data', 'office.json'), 'utf8'),
    );
    return typeof file.id === 'string' ? file.id : 'guihua';
  } catch {
    return 'guihua'; // before the very first start there is no file yet
  }
}

/** Which word files come with the first screen, and which only with the hall. */
const FIRST_WORDS = ['common', 'welcome', 'home', 'update'];
const HALL_WORDS = ['sign-in', 'acting', 'queue', 'hall-request', 'hall-settings'];
const PARTS = ['first', 'rest', 'hall'] as const;

/** The words of `locales/`, three pieces a language, so that the first screen brings only its own. */
function wordFiles(): Plugin {
  const partOf = (file: string) =>
    FIRST_WORDS.includes(file) ? 'first' : HALL_WORDS.includes(file) ? 'hall' : 'rest';
  const piece = (language: string, part: string) => {
    const files = readdirSync(join('locales', language))
      .map((name) => name.replace(/\.json$/u, ''))
      .filter((file) => partOf(file) === part);
    return Object.fromEntries(
      files.map((file) => [
        file,
        JSON.parse(readFileSync(join('locales', language, `${file}.json`), 'utf8')),
      ]),
    );
  };
  const index = () =>
    readdirSync('locales', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => {
        const loaders = PARTS.map((part) => `${part}: () => import('virtual:words/${name}/${part}')`);
        return `${JSON.stringify(name)}: { ${loaders.join(', ')} }`;
      });
  return {
    name: 'bangban-words',
    resolveId: (id) => (id.startsWith('virtual:words') ? `\0${id}` : undefined),
    load(id) {
      if (id === '\0virtual:words') return `export const words = { ${index().join(', ')} }`;
      const [, language, part] = /^\0virtual:words\/([^/]+)\/([^/]+)$/u.exec(id) ?? [];
      if (language === undefined || part === undefined) return undefined;
      return `export const files = JSON.parse(${JSON.stringify(JSON.stringify(piece(language, part)))})`;
    },
    handleHotUpdate({ file, server }) {
      if (!file.includes('/locales/')) return;
      server.moduleGraph.invalidateAll();
      server.ws.send({ type: 'full-reload' });
    },
  };
}

/** Every large file of the app packed once, so that the service need not do it for each phone. */
function packedTwins(): Plugin {
  return {
    name: 'bangban-packed-twins',
    apply: 'build',
    enforce: 'post',
    closeBundle() {
      const folder = 'dist/app';
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        const path = join(entry.parentPath, entry.name);
        // The page and the offline shell are small, and asked for anew each time.
        if (!entry.isFile() || !/\.(?:js|css|data|webmanifest|svg)$/u.test(path) || entry.name === 'sw.js')
          continue;
        const bytes = readFileSync(path);
        if (bytes.length < 1_500) continue;
        writeFileSync(
          `${path}.br`,
          brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
        );
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

type Imports = { readonly importedIds: readonly string[] };
let first: Set<string> | undefined;

/** Whether a file is imported by the app's start, directly or through others, but not fetched later by it. */
function isFirst(id: string, infoOf: (id: string) => Imports | null): boolean {
  if (!first) {
    first = new Set();
    const open = [resolve('src/main.tsx')];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (first.has(next)) continue;
      first.add(next);
      open.push(...(infoOf(next)?.importedIds ?? []));
    }
  }
  return first.has(id);
}

export default defineConfig(({ isSsrBuild }) => ({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // The development server looks for libraries with a compiler of its own, which has to be told as well.
  optimizeDeps: {
    rolldownOptions: { transform: { jsx: { runtime: 'automatic', importSource: 'preact' } } },
  },
  define: {
    __OFFICE_ID__: JSON.stringify(officeId()),
    __APP_VERSION__: JSON.stringify(JSON.parse(readFileSync('package.json', 'utf8')).version),
  },
  // Dexie's own entry is its build for the browsers of 2015; this one is the same code for ours.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
  plugins: [
    matterFiles(),
    wordFiles(),
    devService(),
    ...(isSsrBuild || process.env['VITEST']
      ? []
      : [
          packedTwins(),
          VitePWA({
            strategies: 'injectManifest',
            srcDir: 'src/sw',
            filename: 'sw.ts',
            injectRegister: false,
            manifest,
            injectManifest: {
              // Every chunk, so that no screen is missing without a network.
              globPatterns: ['**/*.{js,css,html,svg,png,webmanifest}'],
              globIgnores: ['screenshots/**', 'voice/**'],
              rollupFormat: 'iife',
            },
          }),
        ]),
  ],
  build: isSsrBuild
    ? {
        target: 'node20',
        copyPublicDir: false,
        // The service, and the audit beside it; a file named after `--ssr` takes their place.
        rolldownOptions: { input: ['src/service/main.ts', 'src/service/audit.ts'] },
      }
    : {
        outDir: 'dist/app',
        target: ['chrome97', 'safari15.4', 'firefox104'],
        modulePreload: { polyfill: false },
        // All that the first screen needs in one piece: a dozen small ones cost a tenth more, and as many trips.
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: (id, graph) => (isFirst(id, (file) => graph.getModuleInfo(file)) ? 'first' : null) },
              ],
            },
          },
        },
      },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/support/no-console.ts'],
    testTimeout: 40_000,
  },
}));
