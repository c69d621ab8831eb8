/**
 * Reads the screen aloud, and stops within a moment at any touch elsewhere, at any key, on another screen, and
 * when the page is hidden. Brought in by the first press of the button: nothing of it before.
 */
import { engineVoice } from '#voice/engine-voice.ts';
import { makeSpeaker, type SpeakerState } from '#voice/speaker.ts';
import { systemVoice } from '#voice/system-voice.ts';
import type { Voice } from '#voice/voice.ts';
import { readSettings } from '#storage/device.ts';
import { screenSentences, type Spoken } from './screen-sentences.ts';

export type Reading = {
  readonly read: (withPrivate: boolean) => void;
  readonly stop: () => void;
  readonly pause: () => void;
  readonly resume: () => void;
};

const MARK = 'data-spoken';

/** `hear` is told of every change; `bar` is where touches belong to the reading itself. */
export function startReading(hear: (state: SpeakerState) => void, bar: () => Element | null): Reading {
  let said: readonly Spoken[] = [];
  const speaker = makeSpeaker(voices(), (state) => {
    mark('sentence' in state ? said[state.sentence]?.block : undefined);
    hear(state);
  });

  const elsewhere = ({ target }: Event) => {
    if (!(target instanceof Node) || !bar()?.contains(target)) stop();
  };
  const hidden = () => {
    if (document.hidden) stop();
  };

  function watch(on: boolean): void {
    for (const kind of ['pointerdown', 'keydown'] as const)
      if (on) document.addEventListener(kind, elsewhere, true);
      else document.removeEventListener(kind, elsewhere, true);
    if (on) document.addEventListener('visibilitychange', hidden);
    else document.removeEventListener('visibilitychange', hidden);
  }

  function stop(): void {
    watch(false);
    speaker.stop();
    mark(undefined);
  }

  return {
    read(withPrivate) {
      const root = document.querySelector('main');
      if (!root) return;
      const { speed, chinese } = readSettings();
      said = screenSentences(root, { chinese, withPrivate });
      watch(true);
      void speaker.say(said, Number(speed)).then(() => watch(false));
    },
    stop,
    pause: speaker.pause,
    resume: speaker.resume,
  };
}

function mark(block: Element | undefined): void {
  for (const old of document.querySelectorAll(`[${MARK}]`)) if (old !== block) old.removeAttribute(MARK);
  if (!block || block.hasAttribute(MARK)) return;
  block.setAttribute(MARK, '');
  block.scrollIntoView({ block: 'nearest' });
}

/** In the order in which they are tried. A voice that the person has not heard is not tried again. */
function voices(): readonly Voice[] {
  const { voice } = readSettings();
  const system = systemVoice(globalThis.speechSynthesis);
  const engine = engineVoice({
    worker: () => new Worker('/voice/engine/speak-worker.js', { type: 'module' }),
    audio: () => new AudioContext(),
  });
  if (voice === 'engine' || !system) return [engine];
  return [system, engine];
}
