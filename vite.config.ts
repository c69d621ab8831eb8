/** How the app and the service are built, served while developing, and tested. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
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
      if (id === '\0virtual:matter-tiles') return `export const tiles = ${JSON.stringify(read().map(tileOf))}`;
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
  type Opened = { readonly fetch: (request: Request) => Promise<Response>; readonly close: () => Promise<void> };
  let opened: { readonly from: unknown; readonly service: Opened } | undefined;
  const answer = async (server: ViteDevServer, request: IncomingMessage, response: ServerResponse) => {
    const room = await server.ssrLoadModule('/src/service/open-dev.ts');
    if (opened?.from !== room) {
      await opened?.service.close();
      opened = { from: room, service: await room['openDev'](process.env) };
    }
    await room['answerNode'](opened.service, request, response);
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

const words = (id: string) => /\/locales\/([^/]+)\/([^/]+)\.json/u.exec(id);
const FIRST_WORDS = ['common', 'welcome', 'home', 'request', 'update'];
const HALL_WORDS = ['sign-in', 'queue', 'hall-request', 'hall-settings'];

export default defineConfig(({ isSsrBuild }) => ({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: {
    __OFFICE_ID__: JSON.stringify(officeId()),
    __APP_VERSION__: JSON.stringify(JSON.parse(readFileSync('package.json', 'utf8')).version),
  },
  plugins: [
    matterFiles(),
    devService(),
    ...(isSsrBuild || process.env['VITEST']
      ? []
      : [
          VitePWA({
            strategies: 'injectManifest',
            srcDir: 'src/sw',
            filename: 'sw.ts',
            injectRegister: false,
            manifest,
            injectManifest: {
              // Every chunk, so that no screen is missing without a network.
              globPatterns: ['**/*.{js,css,html,svg,png,webmanifest}'],
              globIgnores: ['screenshots/**'],
              rollupFormat: 'iife',
            },
          }),
        ]),
  ],
  build: isSsrBuild
    ? { target: 'node20', copyPublicDir: false }
    : {
        outDir: 'dist/app',
        target: ['chrome97', 'safari15.4', 'firefox104'],
        modulePreload: { polyfill: false },
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                {
                  test: /\/locales\//u,
                  name: (id: string) => {
                    const [, language = '', file = ''] = words(id) ?? [];
                    const part = FIRST_WORDS.includes(file) ? 'first' : HALL_WORDS.includes(file) ? 'hall' : 'rest';
                    return `words-${language}-${part}`;
                  },
                },
              ],
            },
          },
        },
      },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/support/no-console.ts'],
    testTimeout: 20_000,
  },
}));
