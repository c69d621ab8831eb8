/**
 * The end of a visit at a shared device: every trace of the person goes before the next one comes (KSK-2).
 *
 * It does not ask whether something is unsent; the screen has asked. Rejects when the database could not
 * be deleted, and then nothing claims that it was.
 */
import type { AppDatabase } from '#storage/database.ts';
import { writeSettings } from '#storage/device.ts';
import { forgetPerson } from '#storage/forget.ts';
import { forgetVisitId } from './visit-id.ts';

export type Leaving = {
  readonly db: AppDatabase;
  /** `caches` of the page; absent where there is none. */
  readonly caches: Pick<CacheStorage, 'keys' | 'delete'> | undefined;
  /** Empties the page and puts the start in the place of the last screen. */
  readonly leave: () => void;
};

export async function endVisit({ db, caches, leave }: Leaving): Promise<void> {
  // 1. What the person wrote, and what was shown to them.
  await forgetPerson(db);

  // 2. Caches hold the app's own files only; one of another kind is not left to chance.
  for (const name of (await caches?.keys()) ?? []) if (!name.includes('precache')) await caches?.delete(name);

  // 3. The next person starts in the first size and language, as somebody else.
  writeSettings({ language: 'zh-CN', size: '20', theme: 'day', started: false });
  forgetVisitId();

  // 4. Photos on screen are addresses of this page: they end with it.
  leave();
}

/** The page is emptied first, so that a browser that keeps pages for "back" keeps an empty one. */
export function leaveForStart(): void {
  document.title = '';
  document.body.replaceChildren();
  window.location.replace('/kiosk');
}
