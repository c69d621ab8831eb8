import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from 'vite';
import { collectFrames, frameAt, framesOf } from '#assist/frames.ts';
import { qrPicture } from '#assist/qr-picture.ts';
import { chance, draw, type Shades } from '../assist/bad-picture.ts';
import { CHROMIUM_FLAGS, freePort, PHONE, until } from './stage.ts';

type Eye = typeof import('#assist/qr-camera.ts');
declare global {
  interface Window {
    eye: Eye;
    heard: string[];
    watching: Awaited<ReturnType<Eye['watchCamera']>>;
  }
}

const PAGE = `<!doctype html><body style="margin:0"><video width="300"></video>
<script type="module">import * as eye from '/eye.js'; window.heard = []; window.eye = eye</script>`;
const message = Uint8Array.from({ length: 700 }, (_, at) => (at * at * 7) % 256);
const frames = framesOf(message) ?? [];
let folder: string;
let server: Server;
let url: string;

/** What the camera sees, in the form Chromium takes for one: three pictures a second, of 640 by 480. */
function film(pictures: readonly Shades[]): Buffer {
  const [width, height] = [640, 480];
  const bytes: Buffer[] = [Buffer.from(`YUV4MPEG2 W${width} H${height} F3:1 Ip A1:1 C420\n`)];
  for (const { side, shades } of pictures) {
    const luma = Buffer.alloc(width * height, 150);
    const [left, top] = [Math.floor((width - side) / 2), Math.floor((height - side) / 2)];
    for (let y = 0; y < side; y++)
      luma.set(shades.subarray(y * side, (y + 1) * side), (top + y) * width + left);
    bytes.push(Buffer.from('FRAME\n'), luma, Buffer.alloc((width * height) / 2, 128));
  }
  return Buffer.concat(bytes);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bangban-camera-'));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: 'src/assist/qr-camera.ts', formats: ['es'], fileName: 'eye' } },
  });
  const files = new Map<string, string>(
    [built]
      .flat()
      .flatMap((each) => ('output' in each ? each.output : []))
      .flatMap((file) => (file.type === 'chunk' ? [[`/${file.fileName}`, file.code] as const] : [])),
  );
  server = createServer((request, response) => {
    const code = files.get(request.url ?? '');
    response.setHeader('content-type', code ? 'text/javascript' : 'text/html');
    response.end(code ?? PAGE);
  });
  const port = await freePort();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${port}/`;
}, 60_000);

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(flags: readonly string[], look: (page: Page) => Promise<void>): Promise<void> {
  const browser: Browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    chromiumSandbox: false,
    args: [...CHROMIUM_FLAGS, ...flags],
  });
  try {
    const page = await browser.newPage({ viewport: PHONE });
    await page.goto(url);
    await until(() => page.evaluate(() => 'eye' in window), 'the page knows how to look');
    await look(page);
  } finally {
    await browser.close();
  }
}

const watch = (page: Page) =>
  page.evaluate(async () => {
    const video = document.querySelector('video');
    if (!video) throw new Error('no film');
    window.watching = await window.eye.watchCamera(video, (text) => window.heard.push(text));
    return typeof window.watching === 'string' ? window.watching : 'watching';
  });

test('a camera before the cycle hears the whole draft, a third of the pictures dark, and is let go at stop', async () => {
  const random = chance(5);
  const dark: Shades = { side: 1, shades: new Uint8ClampedArray(1) };
  const shown = Array.from({ length: frames.length * 4 }, (_, step) => {
    const { text, turn } = frameAt(frames, step);
    return random() < 1 / 3 ? dark : draw(qrPicture(text, turn), 6);
  });
  const file = join(folder, 'cycle.y4m');
  writeFileSync(file, film(shown));
  const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
  await open([...camera, `--use-file-for-fake-video-capture=${file}`], async (page) => {
    expect(await watch(page)).toBe('watching');
    let bytes: Uint8Array | undefined;
    const begun = Date.now();
    await until(
      async () => {
        const collect = collectFrames();
        for (const text of await page.evaluate(() => window.heard)) bytes ??= collect(text)?.bytes;
        return bytes !== undefined;
      },
      'the whole draft',
      40_000,
    );
    console.info(`${frames.length} frames through a camera: whole after ${Date.now() - begun} ms`);
    expect(bytes).toEqual(message);
    const after = await page.evaluate(() => {
      const video = document.querySelector('video');
      const stream = video?.srcObject;
      const tracks = stream instanceof MediaStream ? stream.getTracks() : [];
      if (typeof window.watching !== 'string') window.watching.stop();
      return { tracks: tracks.map((track) => track.readyState), film: video?.srcObject };
    });
    expect(after).toEqual({ tracks: ['ended'], film: null });
  });
}, 90_000);

describe('without a camera', () => {
  test('the house or the person says no', () =>
    open(['--use-fake-device-for-media-stream', '--deny-permission-prompts'], async (page) => {
      expect(await watch(page)).toBe('refused');
    }));

  test('there is none', () =>
    open(
      ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream=device-count=0'],
      async (page) => {
        expect(await watch(page)).toBe('missing');
      },
    ));

  test('there is no way to ask', () =>
    open([], async (page) => {
      await page.evaluate(() => Object.defineProperty(navigator, 'mediaDevices', { value: undefined }));
      expect(await watch(page)).toBe('not-possible');
    }));
});

test('a photo of the first phone’s own pixels is read, large or small, and a photo of nothing is not', () =>
  open([], async (page) => {
    const { size, path } = qrPicture(frames[0] ?? '', 1);
    for (const side of [320, 200]) {
      await page.setContent(
        `<svg viewBox="0 0 ${size} ${size}" width="${side}" style="background:#fff"><path d="${path}"/></svg>`,
      );
      const photo = await page.screenshot();
      const read = await page.evaluate(
        (bytes) => window.eye.readPhoto(new Blob([Uint8Array.from(bytes)], { type: 'image/png' })),
        [...photo],
      );
      expect(read, `${side} px`).toBe(frames[0]);
    }
    const nothing = () => window.eye.readPhoto(new Blob(['no picture']));
    expect(await page.evaluate(nothing)).toBeUndefined();
  }));
