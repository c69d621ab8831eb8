/**
 * The voice that the app brings along: eSpeak NG in a worker of its own (`public/voice/engine`, GPL-3, never bundled
 * with the app), heard through the page's audio. Loaded at the first sentence, which must follow a touch.
 */
import type { Tongue } from './numerals.ts';
import type { Ended, Voice } from './voice.ts';

type FromEngine =
  | { readonly id: number; readonly samples: Int16Array; readonly rate: number }
  | { readonly id: number; readonly end: 'said' | 'failed' };

/** What is needed of the world, so that it can be measured in a test. */
export type EngineWorld = {
  readonly worker: () => Worker;
  readonly audio: () => AudioContext;
};

/** Words a minute at speed 1; eSpeak's own default is 175, too fast for most. */
const WORDS_PER_MINUTE = 150;
/** The first sentence on a slow phone has to fetch and start the engine. */
const SOUND_WITHIN_MS = 20_000;

export function engineVoice(world: EngineWorld): Voice {
  let worker: Worker | undefined;
  let audio: AudioContext | undefined;
  let count = 0;
  let end: (how: Ended) => void = () => undefined;

  function say(
    { text, tongue }: { readonly text: string; readonly tongue: Tongue },
    speed: number,
    onSound: () => void,
  ): Promise<Ended> {
    worker ??= world.worker();
    audio ??= world.audio();
    const [engine, out] = [worker, audio];
    const id = (count += 1);
    void out.resume();
    return new Promise((done) => {
      const playing = new Set<AudioBufferSourceNode>();
      let at = 0;
      let whole = false;
      const late = setTimeout(() => end('failed'), SOUND_WITHIN_MS);

      end = (how) => {
        end = () => undefined;
        clearTimeout(late);
        engine.removeEventListener('message', hear);
        engine.removeEventListener('error', broken);
        for (const source of playing) source.stop();
        done(how);
      };
      const broken = () => end('failed');
      const hear = ({ data }: MessageEvent<FromEngine>) => {
        if (data.id !== id) return; // the rest of a sentence that was stopped
        if ('end' in data) {
          whole = true;
          if (data.end === 'failed' || playing.size === 0) end(data.end);
          return;
        }
        if (at === 0) {
          clearTimeout(late);
          onSound();
        }
        const source = out.createBufferSource();
        source.buffer = bufferOf(out, data.samples, data.rate);
        source.connect(out.destination);
        at = Math.max(at, out.currentTime);
        source.start(at);
        at += source.buffer.duration;
        playing.add(source);
        source.onended = () => {
          playing.delete(source);
          if (whole && playing.size === 0) end('said');
        };
      };
      engine.addEventListener('message', hear);
      engine.addEventListener('error', broken);
      engine.postMessage({ id, text, voice: tongue, wordsPerMinute: Math.round(WORDS_PER_MINUTE * speed) });
    });
  }

  return {
    say,
    stop: () => end('stopped'),
    pause: () => void audio?.suspend(),
    resume: () => void audio?.resume(),
  };
}

function bufferOf(audio: AudioContext, samples: Int16Array, rate: number): AudioBuffer {
  const buffer = audio.createBuffer(1, samples.length, rate);
  const channel = buffer.getChannelData(0);
  for (let at = 0; at < samples.length; at += 1) channel[at] = (samples[at] ?? 0) / 32_768;
  return buffer;
}
