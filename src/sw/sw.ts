/**
 * The offline shell: every file of the app is kept, and served from here.
 *
 * It answers GET of the app's own files and nothing else: what residents send never passes through it
 * (a worker that touched POSTs corrupted them on iOS, enketo #1584). It changes over only when told to.
 */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: { readonly url: string; readonly revision: string | null }[];
};

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api\//u] }));

/** The voice is large and not everybody's: kept from its first use on, under the version of its engine. */
const VOICE = 'voice-espeak-0.3.5';
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/voice/'),
  async ({ request }) => {
    const kept = await caches.open(VOICE);
    const here = await kept.match(request);
    if (here) return here;
    const answer = await fetch(request);
    if (answer.ok) await kept.put(request, answer.clone());
    return answer;
  },
);

self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
});

// The page that installed the first worker is served by it at once, so that it may go offline now.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// Voices of earlier versions make room.
self.addEventListener('activate', (event) =>
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('voice-') && name !== VOICE)
            .map((name) => caches.delete(name)),
        ),
      ),
  ),
);
