/**
 * Says a list of sentences one after the other, and never two at once. The first voice that can is used for
 * each; where none can, the words stay on the screen and nothing breaks.
 */
import type { Ended, Sentence, Voice } from './voice.ts';

export type SpeakerState =
  | { readonly at: 'silent' }
  /** `sentence` counts from 0. `loading`: no sound yet. */
  | { readonly at: 'loading' | 'speaking' | 'paused'; readonly sentence: number }
  /** No voice of this device could say it. */
  | { readonly at: 'no-voice' };

export type Speaker = {
  /** Begins anew, whatever was being said. Resolves when all is said, or somebody stopped it. */
  readonly say: (sentences: readonly Sentence[], speed: number) => Promise<void>;
  readonly stop: () => void;
  readonly pause: () => void;
  readonly resume: () => void;
};

export function makeSpeaker(voices: readonly Voice[], hear: (state: SpeakerState) => void): Speaker {
  let turn = 0;
  let state: SpeakerState = { at: 'silent' };
  let current: Voice | undefined;

  function tell(next: SpeakerState): void {
    state = next;
    hear(next);
  }

  async function sayOne(sentence: Sentence, speed: number, place: number, mine: number): Promise<Ended> {
    for (const voice of voices) {
      current = voice;
      const ended = await voice.say(sentence, speed, () => {
        if (mine === turn && state.at !== 'paused') tell({ at: 'speaking', sentence: place });
      });
      if (ended !== 'failed' || mine !== turn) return ended;
    }
    return 'failed';
  }

  return {
    async say(sentences, speed) {
      current?.stop();
      const mine = (turn += 1);
      for (const [place, sentence] of sentences.entries()) {
        tell({ at: 'loading', sentence: place });
        const ended = await sayOne(sentence, speed, place, mine);
        if (mine !== turn) return;
        if (ended === 'failed') return tell({ at: 'no-voice' });
        if (ended === 'stopped') break;
      }
      tell({ at: 'silent' });
    },
    stop() {
      turn += 1;
      current?.stop();
      if (state.at !== 'silent') tell({ at: 'silent' });
    },
    pause() {
      if (state.at !== 'speaking') return;
      current?.pause();
      tell({ at: 'paused', sentence: state.sentence });
    },
    resume() {
      if (state.at !== 'paused') return;
      current?.resume();
      tell({ at: 'speaking', sentence: state.sentence });
    },
  };
}
