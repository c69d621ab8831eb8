/** The service as one function from request to answer: the API, the app's files, and what holds for all of them. */
import { Hono, type MiddlewareHandler } from 'hono';
import { DEVICE_HEADER } from '#protocol/envelope.ts';
import { errorLine } from './log.ts';
import { trouble } from './routes/answer.ts';
import { filesRoute } from './routes/files.ts';
import { handOverRoute } from './routes/hand-over.ts';
import { lookupRoute } from './routes/lookup.ts';
import { linksRoute } from './routes/links.ts';
import { mattersRoute } from './routes/matters.ts';
import { officeRoute } from './routes/office.ts';
import { officeKeyRoute } from './routes/office-key.ts';
import { pullRoute } from './routes/pull.ts';
import { pushRoute } from './routes/push.ts';
import { signInRoute } from './routes/sign-in.ts';
import { waitRoute } from './routes/wait.ts';
import type { ServiceDeps } from './service-deps.ts';
import { staticFiles } from './static-files.ts';
import { StoreTrouble } from './store/store.ts';

/** Everything from ourselves; photos and voice are made in the page, so blob: for what is seen and heard. */
const POLICY = [
  "default-src 'self'",
  // The voice's engine is WebAssembly; this allows that and no eval of text.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(self), microphone=(self), geolocation=(), payment=()',
};

const ROUTES = [
  pushRoute,
  pullRoute,
  waitRoute,
  officeRoute,
  officeKeyRoute,
  handOverRoute,
  linksRoute,
  lookupRoute,
  mattersRoute,
  filesRoute,
  signInRoute,
];

/** How long a device should leave a full or busy disk alone, seconds. */
const RETRY_AFTER_S = '5';

export function createServer(deps: ServiceDeps): Hono {
  const app = new Hono();
  app.use('*', headers);
  app.use('/api/*', neverCached, fromOurApp);
  for (const route of ROUTES) app.route('/', route(deps));
  app.all('/api/*', (context) => trouble(context, 'not-here', 404));
  if (deps.appDir !== undefined) app.route('/', staticFiles(deps.appDir));

  app.onError((error, context) => {
    const where = { method: context.req.method, path: context.req.path.replace(/[0-9a-f]{32}/gu, ':id') };
    if (isDiskTrouble(error)) {
      deps.log({ what: 'store-trouble', ...where, ...errorLine(error) });
      context.header('Retry-After', RETRY_AFTER_S);
      return trouble(context, 'busy', 503);
    }
    deps.log({ what: 'bug', ...where, ...errorLine(error) });
    return trouble(context, 'bug', 500);
  });
  return app;
}

const headers: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
};

const neverCached: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('Cache-Control', 'no-store');
};

/** A form on a foreign page can send a worker's cookie here, but not this header. */
const fromOurApp: MiddlewareHandler = async (context, next) => {
  const reads = context.req.method === 'GET' || context.req.method === 'HEAD';
  if (!reads && (context.req.header(DEVICE_HEADER) ?? '') === '') return trouble(context, 'no-device', 403);
  return next();
};

/** The disk of the store, or the one under the photos: full, read-only, or out of handles. */
function isDiskTrouble(error: Error): boolean {
  const codes = ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE'];
  return error instanceof StoreTrouble || ('code' in error && codes.includes(String(error.code)));
}
