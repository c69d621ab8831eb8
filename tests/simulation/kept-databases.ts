/** The two kinds of database that the simulation runs on, each with a place to pull the plug. */
import type { AppDatabase } from '#storage/database.ts';
import { freshDatabase } from '#tests/support/fresh-database.ts';
import { memoryDatabase } from './memory-database.ts';

/** What a device feels when its battery goes flat in the middle of something. */
export class Crash extends Error {}

export type Plug = {
  readonly db: AppDatabase;
  /** The device dies at its so-many-th next step in the database; `undefined` calls it off. */
  readonly pullIn: (steps: number | undefined) => void;
  /** Resolves when nothing in the database is going on any more. */
  readonly idle: () => Promise<void>;
  /** The cursor's place, looked at from outside; only where that is free. */
  readonly cursor?: () => number;
};
export type MakePlug = (name: string) => Plug;

function fuse() {
  let left: number | undefined;
  let steps = 0;
  return {
    pullIn: (inSteps: number | undefined): void => {
      left = inSteps;
    },
    steps: () => steps,
    step: (): void => {
      steps += 1;
      if (left === undefined) return;
      left -= 1;
      if (left < 0) throw new Crash('the device went dead');
    },
  };
}

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const inMemory: MakePlug = (name) => {
  const { pullIn, step } = fuse();
  const { db, peek } = memoryDatabase(name, step);
  const cursor = (): number =>
    (peek('meta', 'cursor') as { value: { seq: number } } | undefined)?.value.seq ?? 0; // as `facts.ts` writes it
  return { db, pullIn, idle: tick, cursor };
};

export const onFakeIndexedDb: MakePlug = () => {
  const { pullIn, step, steps } = fuse();
  const db = freshDatabase();
  db.use({
    stack: 'dbcore',
    name: 'plug',
    create: (down) => ({
      ...down,
      table: (name) => {
        const table = down.table(name);
        const stepping =
          <In, Out>(work: (request: In) => Promise<Out>) =>
          (request: In): Promise<Out> => {
            step();
            return work(request);
          };
        return {
          ...table,
          get: stepping(table.get),
          getMany: stepping(table.getMany),
          mutate: stepping(table.mutate),
          query: stepping(table.query),
          count: stepping(table.count),
          openCursor: stepping(table.openCursor),
        };
      },
    }),
  });
  return {
    db,
    pullIn,
    async idle() {
      let quiet = 0;
      for (let before = steps(); quiet < 12; quiet = steps() === before ? quiet + 1 : 0) {
        before = steps();
        await tick();
      }
    },
  };
};
