/**
 * A new version of the app: noticed here, taken over only when a person says so.
 *
 * Nothing reloads by itself. `take` tells the waiting worker to change over, and reloads this page once it has.
 */
import { Workbox } from 'workbox-window';

const ASK_EVERY_MS = 60 * 60_000;

export type NewVersion = { readonly take: () => Promise<void> };

/** Registers the offline shell; `offer` is called when a newer one waits. Does nothing where there are no service workers. */
export async function watchForNewVersion(offer: (version: NewVersion) => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const shell = new Workbox('/sw.js', { type: 'classic' });
  const registering = shell.register();
  shell.addEventListener('waiting', () => offer({ take: async () => changeOver(await registering) }));
  await registering;

  // A page that stays open for weeks would otherwise never ask. Without a line the question is simply lost.
  let askedAt = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - askedAt < ASK_EVERY_MS) return;
    askedAt = Date.now();
    shell.update().catch(() => undefined);
  });
}

/**
 * Changes over to the waiting worker and loads this page again, once.
 *
 * Between the offer and the press the waiting worker may have changed over by itself, when the last other
 * page of the app closed: then there is nobody to tell and no event to come, and only the reload is left.
 */
function changeOver(registration: ServiceWorkerRegistration | undefined): void {
  const next = registration?.waiting;
  if (!next) return window.location.reload();
  next.addEventListener('statechange', () => {
    if (next.state === 'activated') window.location.reload();
  });
  next.postMessage({ type: 'SKIP_WAITING' });
}
