/** The shrinking of photos in a real Chromium: real decoding, a real worker, real bytes. */
import { chromium, type Browser, type Page } from 'playwright';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

let server: ViteDevServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await createServer({
    configFile: false,
    logLevel: 'silent',
    server: { port: 0, hmr: false, ws: false },
    optimizeDeps: { noDiscovery: true },
  });
  await server.listen();
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium' });
  page = await browser.newPage();
  const origin = server.resolvedUrls?.local[0] ?? '';
  await page.route('**/blank', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
  );
  await page.goto(`${origin}blank`);
  await page.addScriptTag({ type: 'module', content: SCRIPT });
  await page.waitForFunction('window.shrink');
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** In the page: draws a photo, hides a place in it and a quarter turn, shrinks it, and says what came out. */
const SCRIPT = `
  import { shrinkPhoto } from '/src/photos/shrink.ts';
  const SECRET = 'GPS 39.9042 N 116.4074 E';
  function withExif(jpeg, orientation) {
    const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
    const body = [...new TextEncoder().encode('Exif'), 0, 0, ...tiff, ...new TextEncoder().encode(SECRET)];
    const head = [0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255];
    return new Blob([jpeg.slice(0, 2), new Uint8Array([...head, ...body]), jpeg.slice(2)], { type: 'image/jpeg' });
  }
  window.shrink = async ({ width, height, orientation, worker }) => {
    const canvas = new OffscreenCanvas(width, height);
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#00f';
    pen.fillRect(0, 0, width, height);
    pen.fillStyle = '#f00';
    pen.fillRect(0, 0, width / 4, height / 4); // red top left corner
    const photo = withExif(await canvas.convertToBlob({ type: 'image/jpeg' }), orientation);
    const [Worker_, Offscreen] = [window.Worker, window.OffscreenCanvas];
    if (!worker) delete window.OffscreenCanvas;
    const small = await shrinkPhoto(photo);
    window.OffscreenCanvas = Offscreen;
    if (!small.ok) return small;
    const picture = await createImageBitmap(new Blob([small.value.data], { type: small.value.mime }));
    const look = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    look.drawImage(picture, 0, 0);
    const isRed = (x, y) => { const [r, , b] = look.getImageData(x, y, 1, 1).data; return r > 150 && b < 100; };
    return {
      ok: true, width: picture.width, height: picture.height, bytes: small.value.bytes, real: small.value.data.byteLength,
      hadSecret: (await photo.text()).includes(SECRET),
      hasSecret: new TextDecoder('latin1').decode(small.value.data).includes('GPS'),
      hasExif: new TextDecoder('latin1').decode(small.value.data).includes('Exif'),
      redTopRight: isRed(picture.width - 20, 20), redTopLeft: isRed(20, 20),
    };
  };
  window.shrinkBytes = async (bytes) => {
    const small = await shrinkPhoto(new File([new Uint8Array(bytes)], 'photo.png', { type: 'image/png' }));
    return small.ok ? 'ok' : small.reason;
  };
`;

const shrink = (photo: {
  readonly width: number;
  readonly height: number;
  readonly orientation: number;
  readonly worker: boolean;
}) => page.evaluate(`window.shrink(${JSON.stringify(photo)})`);

test.each([
  ['in a worker', true],
  ['on the page of a phone without a canvas for workers', false],
])('%s a photo is made small and loses its place', async (_where, worker) => {
  const small = await shrink({ width: 3200, height: 2000, orientation: 1, worker });
  expect(small).toMatchObject({
    ok: true,
    width: 1600,
    height: 1000,
    hadSecret: true,
    hasSecret: false,
    hasExif: false,
    redTopLeft: true,
  });
});

test('a photo that was taken with the phone turned stands upright', async () => {
  // Orientation 6: what is stored left is up, so the corner stored top left is seen top right.
  const small = await shrink({ width: 3200, height: 2000, orientation: 6, worker: true });
  expect(small).toMatchObject({ ok: true, width: 1000, height: 1600, redTopRight: true, redTopLeft: false });
});

test('a PNG that is not one, and one that breaks off, are told apart from photos', async () => {
  const letter = [...Buffer.from('Dear office')];
  const broken = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3];
  expect(await page.evaluate(`window.shrinkBytes(${JSON.stringify(letter)})`)).toBe('not-a-picture');
  expect(await page.evaluate(`window.shrinkBytes(${JSON.stringify(broken)})`)).toBe('not-a-picture');
});

test('a photo of 48 million pixels does not stop the page', async () => {
  const small = await shrink({ width: 8000, height: 6000, orientation: 1, worker: true });
  expect(small).toMatchObject({ ok: true, width: 1600, height: 1200 });
}, 60_000);
