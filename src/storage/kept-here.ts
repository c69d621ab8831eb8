/** What this device holds of a person that the office may not have, for the screens that say so or wipe it. */
import type { AppDatabase } from './database.ts';
import { steady } from './steady.ts';

export type KeptHere = {
  /** Steps the office has not answered yet. */
  readonly waiting: number;
  /** Steps the office did not take, and that nobody has mended. */
  readonly refused: number;
  readonly photosWaiting: number;
  readonly drafts: number;
  /** The browser's answer about keeping this site's data; absent when it was never asked. */
  readonly forGood?: boolean;
};

export function keptHere(db: AppDatabase): Promise<KeptHere> {
  return steady(db, () =>
    db.transaction('r', db.outbox, db.files, db.drafts, db.meta, async () => {
      const persist = await db.meta.get('persist');
      return {
        waiting: await db.outbox.where({ state: 'waiting' }).count(),
        refused: await db.outbox.where({ state: 'refused' }).count(),
        photosWaiting: await db.files.where({ state: 'waiting' }).count(),
        drafts: await db.drafts.count(),
        ...(persist && { forGood: persist.value === true }),
      };
    }),
  );
}

/** Whether wiping this device would lose something that was meant for the office. */
export function hasUnsent({ waiting, refused, photosWaiting }: KeptHere): boolean {
  return waiting + refused + photosWaiting > 0;
}
