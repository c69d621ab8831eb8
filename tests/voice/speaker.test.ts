import { describe, expect, test } from 'vitest';
import { makeSpeaker, type SpeakerState } from '#voice/speaker.ts';
import type { Ended, Sentence, Voice } from '#voice/voice.ts';

/** A voice that a test ends by hand, and that knows how many sentences it is saying at once. */
function voiceByHand() {
  let end: (how: Ended) => void = () => undefined;
  const said: string[] = [];
  let going = 0;
  let most = 0;
  const voice: Voice = {
    say: ({ text }, _speed, onSound) =>
      new Promise((done) => {
        said.push(text);
        going += 1;
        most = Math.max(most, going);
        end = (how) => {
          end = () => undefined;
          going -= 1;
          done(how);
        };
        onSound();
      }),
    stop: () => end('stopped'),
    pause: () => undefined,
    resume: () => undefined,
  };
  return { voice, said, end: (how: Ended) => end(how), mostAtOnce: () => most };
}

const mute: Voice = {
  say: () => Promise.resolve('failed'),
  stop: () => undefined,
  pause: () => undefined,
  resume: () => undefined,
};
const THREE: readonly Sentence[] = ['一', '二', '三'].map((text) => ({ text, tongue: 'cmn' }));
const settled = () => new Promise((done) => setTimeout(done));

describe('a list of sentences', () => {
  test('is said to its end, one after the other, and each is told of', async () => {
    const states: SpeakerState[] = [];
    const hand = voiceByHand();
    const whole = makeSpeaker([hand.voice], (state) => states.push(state)).say(THREE, 0.9);
    for (let n = 0; n < 3; n += 1) {
      await settled();
      hand.end('said');
    }
    await whole;
    expect(hand.said).toEqual(['一', '二', '三']);
    expect(states.filter(({ at }) => at === 'speaking')).toEqual(
      [0, 1, 2].map((sentence) => ({ at: 'speaking', sentence })),
    );
    expect(states.at(-1)).toEqual({ at: 'silent' });
  });

  test('falls silent in the middle when it is stopped, and says nothing more', async () => {
    const states: SpeakerState[] = [];
    const hand = voiceByHand();
    const speaker = makeSpeaker([hand.voice], (state) => states.push(state));
    const whole = speaker.say(THREE, 1);
    await settled();
    speaker.stop();
    await whole;
    await settled();
    expect(hand.said).toEqual(['一']);
    expect(states.at(-1)).toEqual({ at: 'silent' });
  });

  test('begun anew silences the old one first: two are never heard at once', async () => {
    const hand = voiceByHand();
    const speaker = makeSpeaker([hand.voice], () => undefined);
    const first = speaker.say(THREE, 1);
    await settled();
    void speaker.say(THREE, 1);
    await first;
    await settled();
    expect(hand.said).toEqual(['一', '一']);
    expect(hand.mostAtOnce()).toBe(1);
  });

  test('goes on from where it was paused', async () => {
    const states: SpeakerState[] = [];
    const hand = voiceByHand();
    const speaker = makeSpeaker([hand.voice], (state) => states.push(state));
    void speaker.say(THREE, 1);
    await settled();
    speaker.pause();
    expect(states.at(-1)).toEqual({ at: 'paused', sentence: 0 });
    speaker.resume();
    expect(states.at(-1)).toEqual({ at: 'speaking', sentence: 0 });
  });
});

test('a sentence that the first voice cannot say is said by the next', async () => {
  const hand = voiceByHand();
  const whole = makeSpeaker([mute, hand.voice], () => undefined).say(THREE.slice(0, 1), 1);
  await settled();
  expect(hand.said).toEqual(['一']);
  hand.end('said');
  await whole;
});

test('where no voice can, it says so, and nothing breaks', async () => {
  const states: SpeakerState[] = [];
  await makeSpeaker([mute, mute], (state) => states.push(state)).say(THREE, 1);
  expect(states.at(-1)).toEqual({ at: 'no-voice' });
});
