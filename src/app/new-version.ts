/**
 * A new version of the app: noticed here, taken over only when a person says so.
 *
 * Nothing reloads by itself. `take` tells the waiting worker to change over, and reloads this page once it has.
 */
import { Workbox } from 'workbox-window';

const ASK_EVERY_MS = 60 * 60_000;

export type NewVersion = { readonly take: () => void };

/** Registers the offline shell; `offer` is called when a newer one waits. Does nothing where there are no service workers. */
export async function watchForNewVersion(offer: (version: NewVersion) => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const shell = new Workbox('/sw.js', { type: 'classic' });
  const waits = () =>
    offer({
      take: () => {
        // The browser's own event: nothing stands between the press and the reload.
        navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), {
          once: true,
        });
        shell.messageSkipWaiting();
      },
    });
  shell.addEventListener('waiting', waits);
  await shell.register();

  // A page that stays open for weeks would otherwise never ask. Without a line the question is simply lost.
  let askedAt = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - askedAt < ASK_EVERY_MS) return;
    askedAt = Date.now();
    shell.update().catch(() => undefined);
  });
}
