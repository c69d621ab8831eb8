/** `npm run bench`: every figure with its median and, where there is one, the ratio to a peer of the same run. */
import { bytes } from './bytes.ts';
import { sayFigure } from './figures.ts';
import { pace } from './pace.ts';
import { taps } from './taps.ts';

for (const [name, measure] of [
  ['bytes', bytes],
  ['taps', taps],
  ['pace', pace],
] as const) {
  console.log(`# ${name}`);
  for (const figure of await measure()) console.log(sayFigure(figure));
}
