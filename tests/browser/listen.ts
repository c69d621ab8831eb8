/** Hears what a page plays: the audio graph itself, not the calls to it. */
import type { BrowserContext, Page } from 'playwright';

/** What was heard since the page began: samples above the noise, by the audio clock. */
export type Heard = {
  readonly loudMs: number;
  readonly lastLoudAt: number;
  /** The first after a pause of more than 200 ms. */
  readonly firstLoudAt: number;
  /** The last touch, key or change of screens, when the page had it. */
  readonly touchedAt: number;
  readonly now: number;
};

/** To be called before the first page is opened. */
export async function wireEars(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const heard = { loudMs: 0, lastLoudAt: 0, firstLoudAt: 0, touchedAt: 0, now: 0 };
    Object.assign(globalThis, { heard });
    for (const kind of ['pointerdown', 'keydown', 'popstate'])
      addEventListener(kind, () => (heard.touchedAt = performance.now()), true);
    const connect = AudioNode.prototype.connect as (this: AudioNode, to: AudioNode) => AudioNode;
    AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode) {
      if (to instanceof AudioDestinationNode && !Reflect.has(to.context, 'ear')) {
        const ear = to.context.createAnalyser();
        Reflect.set(to.context, 'ear', ear);
        connect.call(ear, to);
        const samples = new Float32Array(ear.fftSize);
        setInterval(() => {
          heard.now = performance.now();
          ear.getFloatTimeDomainData(samples);
          if (to.context.state === 'running' && samples.some((sample) => Math.abs(sample) > 0.01)) {
            heard.loudMs += 20;
            if (performance.now() - heard.lastLoudAt > 200) heard.firstLoudAt = performance.now();
            heard.lastLoudAt = performance.now();
          }
        }, 20);
      }
      return connect.call(this, to instanceof AudioDestinationNode ? Reflect.get(to.context, 'ear') : to);
    } as typeof AudioNode.prototype.connect;
  });
}

export function heard(page: Page): Promise<Heard> {
  return page.evaluate(() => ({ ...Reflect.get(globalThis, 'heard'), now: performance.now() }));
}
