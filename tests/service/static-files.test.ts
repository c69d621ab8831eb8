import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { stage } from './stage.ts';

const dir = mkdtempSync(join(tmpdir(), 'bangban-app-'));
mkdirSync(join(dir, 'assets'));
writeFileSync(join(dir, 'index.html'), '<!doctype html><title>Bangban</title>');
writeFileSync(join(dir, 'sw.js'), '/* shell */');
writeFileSync(join(dir, 'manifest.webmanifest'), '{}');
writeFileSync(join(dir, 'assets', 'main-1a2b.js'), '/* app */');
writeFileSync(join(dir, 'assets', 'main-1a2b.js.br'), 'packed by br');
writeFileSync(join(dir, 'assets', 'main-1a2b.js.gz'), 'packed by gzip');
writeFileSync(join(dir, '..', 'bangban-secret.txt'), 'secret');
afterAll(() => rmSync(dir, { recursive: true }));

describe('the app’s files', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/hall', 'text/html; charset=utf-8', 'no-cache'],
    ['/kiosk/matter/meals', 'text/html; charset=utf-8', 'no-cache'],
    ['/index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['/sw.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8', 'no-cache'],
    ['/assets/main-1a2b.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ])('%s comes as %s', async (path, type, cache) => {
    const { ask } = await stage({ appDir: dir });
    const { status, headers } = await ask(undefined, path);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, type, cache]);
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
  });

  test.each([
    ['gzip, deflate, br', 'br', 'packed by br'],
    ['gzip', 'gzip', 'packed by gzip'],
    ['identity', null, '/* app */'],
  ])('a browser that takes %s gets the twin that it can unpack', async (accepted, encoding, body) => {
    const { ask } = await stage({ appDir: dir });
    const answer = await ask(undefined, '/assets/main-1a2b.js', { headers: { 'accept-encoding': accepted } });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    expect(await answer.text()).toBe(body);
  });

  test.each([
    '/assets/main-1a2b.js.br',
    '/assets/main-gone.js',
    '/../bangban-secret.txt',
    '/%2e%2e/bangban-secret.txt',
    '/..%2fbangban-secret.txt',
    '/.git/config.js',
  ])('%s is not there', async (path) => {
    const { ask } = await stage({ appDir: dir });
    expect((await ask(undefined, path)).status).toBe(404);
  });
});
