/**
 * The system's own voice, where there is one of the language that needs no network.
 *
 * A voice that is in the list may still say nothing: plain Chromium answers with an error after 2 ms, a speech
 * service without a sound device never ends. So a start that does not come, or an end long overdue, is a failure.
 */
import type { Tongue } from './numerals.ts';
import type { Ended, Voice } from './voice.ts';

/** Chinese voices are tagged zh-CN, cmn, zh-HK or yue, by maker. */
const FAMILY: Readonly<Record<Tongue, RegExp>> = {
  cmn: /^(?:cmn|zh(?:[-_](?:CN|Hans|SG))?)$/iu,
  yue: /^(?:yue|zh[-_](?:HK|MO|Hant[-_]HK))/iu,
  en: /^en/iu,
};

const STARTS_WITHIN_MS = 2_000;
/** A slow voice needs about 0.4 s for a sign; twice that is a voice that will not end. */
const ENDS_WITHIN_MS = (signs: number, speed: number): number => 4_000 + (signs * 800) / speed;

/** `undefined` where the browser has no speech at all. */
export function systemVoice(synthesis: SpeechSynthesis | undefined): Voice | undefined {
  if (!synthesis) return undefined;
  let end: (how: Ended) => void = () => undefined;
  return {
    say: ({ text, tongue }, speed, onSound) =>
      new Promise((done) => {
        const voice = synthesis
          .getVoices()
          .find(({ lang, localService }) => localService && FAMILY[tongue].test(lang));
        if (!voice) return done('failed');
        const words = new SpeechSynthesisUtterance(text);
        words.voice = voice;
        words.lang = voice.lang;
        words.rate = speed;
        let late = setTimeout(() => end('failed'), STARTS_WITHIN_MS);
        end = (how) => {
          clearTimeout(late);
          end = () => undefined;
          if (how !== 'said') synthesis.cancel();
          done(how);
        };
        words.onstart = () => {
          clearTimeout(late);
          late = setTimeout(() => end('failed'), ENDS_WITHIN_MS(text.length, speed));
          onSound();
        };
        words.onend = () => end('said');
        words.onerror = () => end('failed');
        synthesis.cancel();
        synthesis.speak(words);
      }),
    stop: () => end('stopped'),
    pause: () => synthesis.pause(),
    resume: () => synthesis.resume(),
  };
}
