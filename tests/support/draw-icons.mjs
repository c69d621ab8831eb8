/**
 * Draws the app's icons: a roof, and under it two cupped hands that are also a smile, pine on paper,
 * holding one persimmon dot. No words, so that it needs no language.
 *
 *   node tests/support/draw-icons.mjs      writes public/icons/
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { findChromium } from './find-chromium.mjs';

const PAPER = '#FBF6EC';
const PINE = '#0B4F43';
const PERSIMMON = '#E9A23B';

/** On a grid of 100, its middle at 50,50 and nothing further than 34 from it. */
const MOTIF = `
  <g fill="none" stroke="${PINE}" stroke-width="7.6" stroke-linecap="round" stroke-linejoin="round">
    <path d="M22 49 50 24.5 78 49"/>
    <path d="M32 54.5v2.5a18 18 0 0 0 36 0v-2.5"/>
  </g>
  <circle cx="50" cy="52" r="6.4" fill="${PERSIMMON}"/>`;

/** @param {{ corner: number, scale: number }} how corner of the ground, and size of the motif, both on the grid of 100 */
function icon({ corner, scale }) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
  <rect width="100" height="100" rx="${corner}" fill="${PAPER}"/>
  <g transform="translate(50 50) scale(${scale}) translate(-50 -50)">${MOTIF}
  </g>
</svg>
`;
}

const FOLDER = 'public/icons';
const PICTURES = [
  { name: 'icon-192.png', size: 192, svg: icon({ corner: 22, scale: 1.12 }) },
  { name: 'icon-512.png', size: 512, svg: icon({ corner: 22, scale: 1.12 }) },
  // A launcher may cut a maskable icon down to a circle of radius 40: the motif stays inside it.
  { name: 'maskable-512.png', size: 512, svg: icon({ corner: 0, scale: 1 }) },
  // iOS rounds the corners itself and shows black where an icon is see-through.
  { name: 'apple-touch-icon.png', size: 180, svg: icon({ corner: 0, scale: 1.12 }) },
];

mkdirSync(FOLDER, { recursive: true });
writeFileSync(`${FOLDER}/favicon.svg`, icon({ corner: 22, scale: 1.2 }));

const browser = await chromium.launch({ executablePath: await findChromium(), chromiumSandbox: false });
try {
  for (const { name, size, svg } of PICTURES) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${svg}`);
    await page.screenshot({ path: `${FOLDER}/${name}`, omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
