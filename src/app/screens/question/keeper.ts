/**
 * Keeps what a person is typing: soon after a key, at once when asked, and always in the order typed.
 *
 * Nothing is thrown away when keeping fails: it stays at the front, is tried again with the next
 * key or flush, and `hear` is told, so that the screen can say so.
 */
import type { Entry } from '#domain/answers/answer.ts';

/** Well under the 300 ms that a person is promised, with room for a slow phone's write. */
export const KEEP_AFTER_MS = 250;

export type Kept = 'kept' | 'not-kept';

export type Keeper = {
  /** Soon: after a key. */
  readonly later: (fieldId: string, entry: Entry | undefined) => void;
  /** At once: after a choice. */
  readonly now: (fieldId: string, entry: Entry | undefined) => Promise<Kept>;
  /** Everything that still waits, at once: on leaving, before the camera, when the page is hidden. */
  readonly flush: () => Promise<Kept>;
};

export function makeKeeper(
  keep: (fieldId: string, entry: Entry | undefined) => Promise<unknown>,
  hear: (kept: Kept) => void,
): Keeper {
  /** The newest entry of each field that is not kept yet; `undefined` as a value takes the answer back. */
  const waiting = new Map<string, Entry | undefined>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn: Promise<Kept> = Promise.resolve('kept');

  async function keepWaiting(): Promise<Kept> {
    for (const [fieldId, entry] of waiting) {
      try {
        await keep(fieldId, entry);
      } catch {
        hear('not-kept'); // storage trouble: the words stay here and on the screen, and are tried again
        return 'not-kept';
      }
      // A newer entry may have come while this one was written: then it still waits.
      if (waiting.get(fieldId) === entry) waiting.delete(fieldId);
    }
    hear('kept');
    return 'kept';
  }

  function flush(): Promise<Kept> {
    clearTimeout(timer);
    timer = undefined;
    // One write after the other: an older one must never land on a newer one.
    turn = turn.then(() => (waiting.size === 0 ? 'kept' : keepWaiting()));
    return turn;
  }

  return {
    later: (fieldId, entry) => {
      waiting.set(fieldId, entry);
      timer ??= setTimeout(() => void flush(), KEEP_AFTER_MS);
    },
    now: (fieldId, entry) => {
      waiting.set(fieldId, entry);
      return flush();
    },
    flush,
  };
}
