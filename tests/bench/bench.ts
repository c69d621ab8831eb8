/** `npm run bench`, or `npm run bench -- voice` for one part: every figure with its median and, where there is one, the ratio to a peer of the same run. */
import { bytes } from './bytes.ts';
import { sayFigure } from './figures.ts';
import { handOverBytes } from './hand-over-bytes.ts';
import { handOverTime } from './hand-over-time.ts';
import { pace } from './pace.ts';
import { taps } from './taps.ts';
import { voice } from './voice.ts';

for (const [name, measure] of [
  ['bytes', bytes],
  ['taps', taps],
  ['pace', pace],
  ['voice', voice],
  ['hand-over', handOverBytes],
  ['hand-over', handOverTime],
] as const) {
  if (process.argv.length > 2 && !process.argv.includes(name)) continue;
  console.log(`# ${name}`);
  for (const figure of await measure()) console.log(sayFigure(figure));
}
