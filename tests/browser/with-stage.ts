/** The stage of one test file: a service and a browser, opened before its tests and closed after the last. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import { signIn as signInAt } from './hall-desk.ts';
import { firstStart } from './resident-phone.ts';
import { launch, PHONE, ServiceProcess, type SignIn } from './stage.ts';

export const DESK = { width: 1280, height: 800 };

export type Stage = {
  readonly service: ServiceProcess;
  readonly browser: Browser;
  readonly url: string;
  /** The demo's people who sign in, in the order in which they were printed. */
  readonly worker: (place: number) => SignIn;
  /** A fresh person at a fresh machine; a phone unless it says otherwise. */
  readonly context: (over?: BrowserContextOptions) => Promise<BrowserContext>;
  /** A resident's phone that has been through the first start. */
  readonly phone: (over?: BrowserContextOptions) => Promise<Page>;
  /** A worker who has signed in at a desk. */
  readonly desk: (place: number, over?: BrowserContextOptions) => Promise<Page>;
};

/** `root`: the folder with `dist`. */
export function withStage(root = '.'): Stage {
  let service: ServiceProcess | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [service, browser] = await Promise.all([ServiceProcess.start(undefined, root), launch()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await service?.remove();
  });
  const set = <T>(one: T | undefined): T => {
    if (one === undefined) throw new Error('the stage is not set');
    return one;
  };
  const stage: Stage = {
    get service() {
      return set(service);
    },
    get browser() {
      return set(browser);
    },
    get url() {
      return stage.service.url;
    },
    worker: (place) => set(stage.service.signIns[place]),
    context: (over = {}) => stage.browser.newContext({ viewport: PHONE, locale: 'zh-CN', ...over }),
    phone: async (over) => firstStart(await stage.context(over), stage.url),
    desk: async (place, over) =>
      signInAt(await stage.context({ viewport: DESK, ...over }), stage.url, stage.worker(place)),
  };
  return stage;
}
