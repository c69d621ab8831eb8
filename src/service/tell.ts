/** What the service tells whoever started it, on the screen. */
import { inLanguage } from '#domain/words.ts';
import type { OpenService } from './open-service.ts';

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function tellAddresses(base: string, { office }: OpenService): void {
  say(`Bangban 帮办 · ${inLanguage(office.name, 'zh-CN')} · ${inLanguage(office.name, 'en')}`);
  say(`  resident  ${base}/\n  hall      ${base}/hall\n  kiosk     ${base}/kiosk`);
}

/** Told as soon as they exist, for they are told only once. */
export function tellSignIns({ demoSignIns }: OpenService): void {
  if (demoSignIns.length === 0) return;
  say('Sign-in for the hall (demo; shown this once, only hashes are kept):');
  for (const { name, password } of demoSignIns) say(`  ${name}  ${password}`);
}
