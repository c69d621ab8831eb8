/*
 * Speaks one sentence at a time with eSpeak NG. This file and espeak-ng.js beside it are free software under the
 * GNU General Public License, version 3 or later: see COPYING and README.md in this folder. The app beside it talks
 * to this worker by messages only, and is under a licence of its own.
 *
 * In:  { id, text, voice: 'cmn' | 'yue' | 'en', wordsPerMinute }
 * Out: { id, samples: Int16Array, rate } any number of times, then { id, end: 'said' | 'failed' }
 */
import Module from './espeak-ng.js';

const starting = Module().then((module) => new module.eSpeakNGWorker());

addEventListener('message', async ({ data: { id, text, voice, wordsPerMinute } }) => {
  try {
    const engine = await starting;
    engine.set_voice(voice);
    engine.set_rate(wordsPerMinute);
    const rate = engine.get_samplerate();
    engine.synthesize(text, (chunk) => {
      const samples = chunk.slice();
      if (samples.length > 0) postMessage({ id, samples, rate }, [samples.buffer]);
      return false;
    });
    postMessage({ id, end: 'said' });
  } catch {
    postMessage({ id, end: 'failed' });
  }
});
