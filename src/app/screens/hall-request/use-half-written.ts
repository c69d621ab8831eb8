/**
 * Words and photos that a worker is writing for one step, kept while they are written: a killed tab, a
 * sign-in in between or a look at another request loses nothing.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import type { Entry, Photo } from '#domain/answers/answer.ts';
import { dropHalf, keepHalf, readHalf } from '#storage/half-words.ts';
import type { WritingStep } from './offers.ts';

/** As for a resident's answers: kept at most so long after a key. */
const KEEP_MS = 300;

export function useHalfWritten(requestId: string, kind: WritingStep, reused: string | undefined) {
  const { db } = useDeps();
  const [words, setWords] = useState('');
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  /** The device could not keep the last of it. */
  const [lost, setLost] = useState(false);
  const unkept = useRef<string | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  async function keepBox(box: 'words' | 'photos', entry: Entry): Promise<void> {
    try {
      await keepHalf(db, requestId, kind, box, entry);
      setLost(false);
    } catch {
      setLost(true);
    }
  }
  function flush(): void {
    clearTimeout(timer.current);
    if (unkept.current === undefined) return;
    void keepBox('words', { type: 'typed', typed: unkept.current });
    unkept.current = undefined;
  }
  function write(next: string): void {
    setWords(next);
    unkept.current = next;
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, KEEP_MS);
  }
  function changePhotos(next: readonly Photo[]): Promise<void> {
    setPhotos(next);
    return keepBox('photos', { type: 'photos', photos: next });
  }

  useEffect(() => {
    let gone = false;
    void readHalf(db, requestId, kind).then((half) => {
      if (gone || unkept.current !== undefined) return; // somebody was quicker and is writing already
      const before = half['words']?.type === 'typed' ? half['words'].typed : '';
      if (half['photos']?.type === 'photos') setPhotos(half['photos'].photos);
      // Words of a refused step come after those that are there; nothing is written over.
      const again =
        reused !== undefined && !before.includes(reused)
          ? [before, reused].filter(Boolean).join('\n')
          : before;
      if (again !== before) write(again);
      else setWords(before);
    });
    const hide = () => document.visibilityState === 'hidden' && flush();
    document.addEventListener('visibilitychange', hide);
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', hide);
      flush();
    };
  }, [db, requestId, kind, reused]);

  /** The words are kept as a step now. */
  async function done(): Promise<void> {
    clearTimeout(timer.current);
    unkept.current = undefined;
    await dropHalf(db, requestId, kind);
  }

  return { words, write, flush, photos, changePhotos, lost, done };
}
