/** Something that can say a sentence: the system's own voice, or the engine that the app brings along. */
import type { Tongue } from './numerals.ts';

/** One sentence, already as it is said. */
export type Sentence = { readonly text: string; readonly tongue: Tongue };

/** `failed`: this voice cannot, here and now; another may try. */
export type Ended = 'said' | 'stopped' | 'failed';

export type Voice = {
  /** Resolves when it is over. `speed`: 1 is ordinary; 0.5 to 1.5. `onSound` when the first sound is on its way. */
  readonly say: (sentence: Sentence, speed: number, onSound: () => void) => Promise<Ended>;
  /** Silent at once; what was being said resolves as `stopped`. */
  readonly stop: () => void;
  readonly pause: () => void;
  readonly resume: () => void;
};
