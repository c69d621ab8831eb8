/** The service as it is deployed: built, started as its own process, on a port that it chooses. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

/** Inside the project, so that the built file finds its packages. */
const OUT_DIR = resolve('dist', `faults-${process.pid}`);

export async function buildService(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: true,
      outDir: OUT_DIR,
      target: 'node20',
      rolldownOptions: { input: ['src/service/main.ts', 'src/service/audit.ts'] },
    },
  });
}

export function removeBuild(): void {
  rmSync(OUT_DIR, { recursive: true, force: true });
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'bangban-faults-'));
}

type Running = {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly complained: () => string;
  /** The exit code; `null` when a signal ended it. */
  readonly ended: Promise<number | null>;
};

export function run(env: Readonly<Record<string, string>>): Running {
  return runBuilt(['main.js'], env);
}

/** `npm run audit -- WHAT`, on this data folder. */
export function runAudit(dataDir: string, what: string): Running {
  return runBuilt(['audit.js', what], { DATA_DIR: dataDir });
}

function runBuilt([file = '', ...args]: readonly string[], env: Readonly<Record<string, string>>): Running {
  const child = spawn(process.execPath, [join(OUT_DIR, file), ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let complained = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text));
  const ended = once(child, 'close').then(() => child.exitCode);
  return { child, said: () => said, complained: () => complained, ended };
}

export type RealService = Running & { readonly base: string };

/** Resolves when it listens. */
export async function startService(
  dataDir: string,
  env: Readonly<Record<string, string>> = {},
): Promise<RealService> {
  const running = run({ PORT: '0', DATA_DIR: dataDir, ...env });
  const base = await new Promise<string>((listening, failed) => {
    const look = (): void => {
      const address = /kiosk +(http:\S+)\/kiosk/u.exec(running.said())?.[1];
      if (address !== undefined) listening(address);
    };
    running.child.stdout?.on('data', look);
    void running.ended.then((code) => failed(new Error(`ended with ${code}: ${running.complained()}`)));
  });
  return { ...running, base };
}
