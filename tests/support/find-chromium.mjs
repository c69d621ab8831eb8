/**
 * Finds a Chromium for the browser tests: the environment's, the system's, or the test runner's own.
 * As root on Debian it installs the system's package when there is none.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];
const SAY =
  'No Chromium found: install one (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM to its path.';

/** @returns {Promise<string>} the path; throws with one line that says what to install. */
export async function findChromium() {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM=${named} is not there. ${SAY}`);
  }
  const found = SYSTEM.find((path) => existsSync(path)) ?? (await runnersOwn());
  if (found !== undefined) return found;
  install();
  const installed = SYSTEM.find((path) => existsSync(path)) ?? (await runnersOwn());
  if (installed === undefined) throw new Error(SAY);
  return installed;
}

async function runnersOwn() {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function install() {
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  const attempts = isRootOnDebian
    ? [
        ['apt-get', 'update'],
        ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
      ]
    : [['npx', 'playwright', 'install', 'chromium']];
  for (const [command, ...args] of attempts) {
    try {
      execFileSync(command, args, { stdio: 'inherit' });
    } catch {
      return; // said in one line by the caller, who sees that there is still none
    }
  }
}
