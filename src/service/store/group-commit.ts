/**
 * One trip to the disk for all who wait: pieces of work that come while the disk is busy share the next commit.
 *
 * Each still stands alone: it is undone by itself when it throws, and nobody hears "done" before the commit.
 */
import type Database from 'libsql';
import { StoreTrouble } from './store.ts';

/** Pieces of work in one commit. */
const MOST = 64;

type Waiting = {
  readonly work: () => Promise<unknown>;
  readonly done: (value: unknown) => void;
  readonly failed: (error: unknown) => void;
};

/** `guarded` runs a statement and gives its errors a name of ours. */
export function groupCommit(
  writer: Database.Database,
  guarded: <T>(statement: () => T) => T,
): <T>(work: () => Promise<T>) => Promise<T> {
  const queue: Waiting[] = [];
  let running = false;

  async function run(): Promise<void> {
    while (queue.length > 0) {
      // Everybody whose words have arrived by now comes along.
      await new Promise(setImmediate);
      await commit(queue.splice(0, MOST));
    }
    running = false;
  }

  async function commit(group: readonly Waiting[]): Promise<void> {
    const tell: (() => void)[] = [];
    try {
      guarded(() => writer.exec('BEGIN IMMEDIATE'));
      for (const one of group) tell.push(await alone(one));
      guarded(() => writer.exec('COMMIT'));
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK');
      for (const { failed } of group) failed(error); // nothing of the group is on the disk
      return;
    }
    for (const say of tell) say();
  }

  async function alone({ work, done, failed }: Waiting): Promise<() => void> {
    guarded(() => writer.exec('SAVEPOINT one'));
    try {
      const value = await work();
      guarded(() => writer.exec('RELEASE one'));
      return () => done(value);
    } catch (error) {
      // A full disk may have undone the whole group; then nobody's work is there any more.
      if (!writer.inTransaction)
        throw error instanceof StoreTrouble ? error : new StoreTrouble('undone', error);
      writer.exec('ROLLBACK TO one');
      writer.exec('RELEASE one');
      return () => failed(error);
    }
  }

  return <T>(work: () => Promise<T>) =>
    new Promise<T>((done, failed) => {
      queue.push({ work, done: (value) => done(value as T), failed }); // `work` is where the value comes from
      if (running) return;
      running = true;
      void run();
    });
}
