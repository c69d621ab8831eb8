/**
 * Opens everything that the service stands on: data folder, store, office, catalogue. Listening is not done here,
 * so that a development server or a test can put it behind a door of its own.
 */
import { existsSync } from 'node:fs';
import { access, constants, mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Office } from '#domain/office/office.ts';
import { CannotStart } from './cannot-start.ts';
import { keepMatters, readMatters } from './catalogue-files.ts';
import { openShelf } from './files/shelf.ts';
import type { Log } from './log.ts';
import { makeNews } from './news.ts';
import { checkDuty, officePath, readOffice, writeOffice } from './office-file.ts';
import { DEMO_OFFICE, seedWorkers, type DemoSignIn } from './seed/seed-demo.ts';
import { openOfficeKey } from './office-key.ts';
import { createServer } from './server.ts';
import type { Settings } from './settings.ts';
import { sqliteStore } from './store/sqlite-store.ts';
import { StoreTrouble, type Store } from './store/store.ts';
import { WAIT_MS } from '#protocol/wait.ts';

export type OpenService = {
  /** The second argument is what the listener knows of the line, for `@hono/node-server`. */
  readonly fetch: (request: Request, env?: object) => Response | Promise<Response>;
  readonly office: Office;
  /** Only on the very first start. */
  readonly demoSignIns: readonly DemoSignIn[];
  /** Lets those who wait go, so that the listener can end. */
  readonly letGo: () => void;
  readonly close: () => Promise<void>;
};

/** @throws CannotStart with a line for each thing to mend */
export async function openService(
  settings: Settings,
  log: Log,
  now: () => number = Date.now,
): Promise<OpenService> {
  const matters = await readMatters(settings.mattersDir);
  await makeWritable(settings.dataDir);
  const path = officePath(settings.dataDir);
  const database = join(settings.dataDir, 'bangban.sqlite');
  if (!existsSync(path)) await writeOffice(path, DEMO_OFFICE);
  const office = await readOffice(path, now());
  const officeKey = await openOfficeKey(settings.dataDir);
  const store = openStore(database);
  try {
    const noWorkers = (await store.workers(office.id)).length === 0;
    const demoSignIns = noWorkers && office.mode === 'demo' ? await seedWorkers(store, office.id) : [];
    checkDuty(
      path,
      office,
      (await store.workers(office.id)).map(({ id }) => id),
    );
    await keepMatters(store, matters, office.mode);
    const news = makeNews();
    const shelf = await openShelf(join(settings.dataDir, 'files'));
    const { appDir } = settings;
    const built = appDir !== undefined && existsSync(join(appDir, 'index.html')) && { appDir };
    const app = createServer({
      store,
      office,
      officeKey,
      catalogue: matters,
      shelf,
      news,
      now,
      waitMs: WAIT_MS,
      log,
      ...built,
    });
    return {
      fetch: (request, env) => app.fetch(request, env),
      office,
      demoSignIns,
      letGo: () => news.stop(),
      close: () => store.close(),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function makeWritable(dir: string): Promise<void> {
  try {
    await makeFolder(resolve(dir));
    await access(dir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new CannotStart([`DATA_DIR: the folder "${dir}" cannot be written to${code}.`]);
  }
}

/** Step by step: with `recursive`, Node 20 tries for ever where a file system takes no folders, as /proc. */
async function makeFolder(dir: string): Promise<void> {
  const make = (): Promise<void> =>
    mkdir(dir).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  await make().catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' || dirname(dir) === dir) throw error;
    await makeFolder(dirname(dir));
    await make();
  });
}

function openStore(path: string): Store {
  try {
    return sqliteStore(path);
  } catch (error) {
    if (error instanceof StoreTrouble)
      throw new CannotStart([`${path}: the database cannot be opened (${error.code}).`]);
    throw error;
  }
}
