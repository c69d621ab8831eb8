/** `npm test`: types, lint, unit and scenario tests, the build, then the real browser. Stops at the first that fails. */
import { spawnSync } from 'node:child_process';
import { findChromium } from './find-chromium.mjs';

const steps = [
  ['types', ['npm', ['run', '--silent', 'types']]],
  ['lint', ['npm', ['run', '--silent', 'lint']]],
  ['format', ['npm', ['run', '--silent', 'format:check']]],
  ['build', ['npm', ['run', '--silent', 'build']]],
  ['tests', ['npx', ['vitest', 'run', '--exclude', 'tests/browser/**']]],
  ['browser', ['npx', ['vitest', 'run', '--maxWorkers=2', 'tests/browser']]],
];

let chromium;
try {
  chromium = await findChromium();
} catch (trouble) {
  console.error(trouble.message);
  process.exit(1);
}

for (const [name, [command, args]] of steps) {
  const from = Date.now();
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM: chromium },
  });
  console.log(
    `${name}: ${status === 0 ? 'passed' : 'failed'} in ${((Date.now() - from) / 1000).toFixed(1)} s`,
  );
  if (status !== 0) process.exit(status ?? 1);
}
