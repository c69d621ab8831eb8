/** The screens after the first one: one piece, fetched as soon as the first screen stands. */
import { wantWords } from '#app/i18n.ts';

type Later = typeof import('./later-screens.ts');

let fetched: Promise<Later> | undefined;

export function fetchLaterScreens(): Promise<Later> {
  fetched ??= Promise.all([import('./later-screens.ts'), wantWords('rest')]).then(([screens]) => screens);
  return fetched;
}
