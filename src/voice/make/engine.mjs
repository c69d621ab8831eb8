/**
 * `npm run voice-engine`: makes public/voice/engine from the published build of eSpeak NG (GPL-3), with the
 * data of Mandarin, Cantonese and English only: 24 MB become 3. Run by hand when a new version is taken.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGE = '@echogarden/espeak-ng-emscripten@0.3.5';
const TO = 'public/voice/engine';
const KEEP =
  /\/(?:intonations|phondata|phonindex|phontab|cmn_dict|yue_dict|en_dict|lang\/gmw\/en|lang\/sit\/(?:cmn|cmn-Latn-pinyin|yue|yue-Latn-jyutping))$/u;
/** eSpeak's Mandarin is nearly flat (76 to 100 Hz measured); tones need a wider span, low and high in Hz. */
const PITCH = 'pitch 120 260\n';
const TONAL = /\/lang\/sit\//u;

const folder = mkdtempSync(join(tmpdir(), 'voice-engine-'));
try {
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, PACKAGE], {
    encoding: 'utf8',
  }).trim();
  execFileSync('tar', ['xzf', join(folder, packed), '-C', folder]);
  const from = join(folder, 'package');
  const script = readFileSync(join(from, 'espeak-ng.js'), 'utf8');
  const data = readFileSync(join(from, 'espeak-ng.data'));

  const listed = /files:\[(\{filename:[^\]]*)\],remote_package_size:\d+/u.exec(script);
  if (!listed) throw new Error(`${PACKAGE}: the list of its data files is not where it was`);
  const parts = [];
  const files = [];
  let at = 0;
  for (const [, name, start, end] of listed[0].matchAll(/\{filename:"([^"]+)",start:(\d+),end:(\d+)\}/gu)) {
    if (!KEEP.test(name)) continue;
    const own = data.subarray(Number(start), Number(end));
    const part = TONAL.test(name) ? Buffer.concat([own, Buffer.from(`\n${PITCH}`)]) : own;
    files.push(`{filename:"${name}",start:${at},end:${at + part.length}}`);
    parts.push(part);
    at += part.length;
  }
  writeFileSync(join(TO, 'espeak-ng.data'), Buffer.concat(parts));
  writeFileSync(
    join(TO, 'espeak-ng.js'),
    script.replace(listed[0], `files:[${files.join(',')}],remote_package_size:${at}`),
  );
  copyFileSync(join(from, 'COPYING'), join(TO, 'COPYING'));
  process.stdout.write(`${files.length} data files, ${at} bytes\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
