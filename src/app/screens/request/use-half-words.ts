/**
 * Boxes on a screen about a filed request, kept like a draft: within 300 ms of a key, at once on leaving.
 * A killed tab finds them again; they go when the step is kept or the person gives them up.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import type { Entries, Entry, Photo } from '#domain/answers/answer.ts';
import { dropHalf, keepHalf, readHalf, type HalfKind } from '#storage/half-words.ts';
import { makeKeeper, type Keeper, type Kept } from '../question/keeper.ts';

export type HalfWords = {
  readonly entries: Entries;
  /** `not-kept`: the device could not keep the latest; it is still on the screen, and is tried again. */
  readonly kept: Kept;
  /** After a key. */
  readonly write: (box: string, entry: Entry | undefined) => void;
  /** After a choice or a photo: resolves once it is kept, or could not be. */
  readonly writeNow: (box: string, entry: Entry | undefined) => Promise<Kept>;
  readonly flush: () => Promise<Kept>;
  readonly drop: () => Promise<void>;
};

/** `undefined` while what was begun earlier is being read. */
export function useHalfWords(requestId: string, kind: HalfKind): HalfWords | undefined {
  const { db } = useDeps();
  const [entries, setEntries] = useState<Entries>();
  const [kept, setKept] = useState<Kept>('kept');
  const keeper = useRef<Keeper | undefined>(undefined);
  keeper.current ??= makeKeeper((box, entry) => keepHalf(db, requestId, kind, box, entry), setKept);
  const { later, now, flush } = keeper.current;

  useEffect(() => {
    let gone = false;
    void readHalf(db, requestId, kind).then((found) => !gone && setEntries(found));
    const leaving = () => void flush();
    // A hidden page may be ended by the phone without another word.
    document.addEventListener('visibilitychange', leaving);
    window.addEventListener('pagehide', leaving);
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', leaving);
      window.removeEventListener('pagehide', leaving);
      leaving();
    };
  }, []);

  if (!entries) return undefined;
  const show = (box: string, entry: Entry | undefined) =>
    setEntries((before) => {
      const { [box]: _old, ...others } = before ?? {};
      return entry ? { ...others, [box]: entry } : others;
    });
  return {
    entries,
    kept,
    write: (box, entry) => {
      show(box, entry);
      later(box, entry);
    },
    writeNow: (box, entry) => {
      show(box, entry);
      return now(box, entry);
    },
    flush,
    drop: async () => {
      await flush();
      await dropHalf(db, requestId, kind);
    },
  };
}

export function typedIn(entries: Entries, box: string): string {
  const entry = entries[box];
  return entry?.type === 'typed' ? entry.typed : '';
}

export function photosIn(entries: Entries, box: string): readonly Photo[] {
  const entry = entries[box];
  return entry?.type === 'photos' ? entry.photos : [];
}
