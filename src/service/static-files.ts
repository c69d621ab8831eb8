/**
 * The built app, read from its folder. The list of files is made once at start, so that no path can lead out of it.
 *
 * Files under `assets/` carry a hash in their name and never change; everything else is asked for anew.
 * A page that is not a file is the app itself, which finds its own way. The build lays a packed twin beside
 * every large file; a browser that can unpack it gets that one.
 */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { Hono } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.txt': 'text/plain; charset=utf-8',
};

/** The smallest first. Browsers ask for `br` over https and on this machine only. */
const WAYS = [
  { name: 'br', end: '.br' },
  { name: 'gzip', end: '.gz' },
] as const;
const PACKED = /\.(?:br|gz)$/u;

export function staticFiles(dir: string): Hono {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name).slice(dir.length).split(sep).join('/').replace(/^\/?/u, '/'),
    );
  const known = new Set(names.filter((name) => !PACKED.test(name)));
  const packed = new Set(names.filter((name) => PACKED.test(name)));
  return new Hono().get('*', async (context) => {
    const { path } = context.req;
    const file = known.has(path) ? path : '/index.html';
    // A missing script must not be answered with a page: the browser would try to run it.
    if (file !== path && (extname(path) !== '' || !known.has(file))) return context.text('Not found\n', 404);
    const accepted = context.req.header('accept-encoding') ?? '';
    const way = WAYS.find(({ name, end }) => accepted.includes(name) && packed.has(file + end));
    const bytes = await readFile(join(dir, file + (way?.end ?? '')));
    return context.body(new Uint8Array(bytes), 200, {
      ...(way && { 'Content-Encoding': way.name }),
      Vary: 'Accept-Encoding',
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Cache-Control': file.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
  });
}
