/**
 * The stage of the browser tests: the real service as a process of its own, on a free port with an
 * empty data folder, and a real Chromium. Nothing is mocked; faults are made by the test.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';

export const CHROMIUM_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const PHONE = { width: 360, height: 640 };

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

export type SignIn = { readonly name: string; readonly password: string };

/** A running service; `stop` and `start` keep its data, as a restart does. */
export class ServiceProcess {
  readonly folder = mkdtempSync(join(tmpdir(), 'bangban-'));
  #child: ChildProcess | undefined;
  printed = '';

  private constructor(
    readonly port: number,
    readonly root: string,
  ) {}

  /** `root`: the folder with `dist`. */
  static async start(port?: number, root = '.'): Promise<ServiceProcess> {
    const service = new ServiceProcess(port ?? (await freePort()), root);
    await service.start();
    return service;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The demo's sign-ins, as printed at the very first start. */
  get signIns(): readonly SignIn[] {
    return [...this.printed.matchAll(/^\s*(\p{Script=Han}{2,4})\s+(\S+)\s*$/gmu)].map(
      ([, name = '', password = '']) => ({
        name,
        password,
      }),
    );
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, ['dist/service/main.js'], {
      cwd: this.root,
      env: { ...process.env, PORT: String(this.port), DATA_DIR: this.folder, HOST: '127.0.0.1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', (text) => (this.printed += String(text)));
    child.stderr.on('data', (text) => (this.printed += String(text)));
    this.#child = child;
    await until(async () => {
      if (child.exitCode !== null) throw new Error(`the service ended: ${this.printed}`);
      return (await fetch(`${this.url}/api/v1/office`).catch(() => undefined))?.ok === true;
    }, 'the service answers');
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  async remove(): Promise<void> {
    await this.stop('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function launch(more: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, chromiumSandbox: false, args: [...CHROMIUM_FLAGS, ...more] });
}

/** A profile on disk, so that the whole browser can be killed and opened again. */
export function launchProfile(
  folder: string,
  over: Parameters<typeof chromium.launchPersistentContext>[1] = {},
): Promise<BrowserContext> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  return chromium.launchPersistentContext(folder, {
    executablePath,
    chromiumSandbox: false,
    args: CHROMIUM_FLAGS,
    viewport: PHONE,
    locale: 'zh-CN',
    ...over,
  });
}

/** Asks again until it holds. Polls the state; never waits for time alone. */
export async function until(holds: () => Promise<boolean>, what: string, withinMs = 20_000): Promise<void> {
  const end = Date.now() + withinMs;
  for (;;) {
    if (await holds()) return;
    if (Date.now() > end) throw new Error(`waited ${withinMs} ms in vain: ${what}`);
    await new Promise((wake) => setTimeout(wake, 50));
  }
}

/** The offline shell has every file: from here on the phone needs no network to open. */
export async function untilInstalled(page: Page): Promise<void> {
  await until(
    () => page.evaluate(() => navigator.serviceWorker?.controller?.state === 'activated'),
    'the service worker controls the page',
  );
}
