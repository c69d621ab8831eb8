/** A disk, below Dexie, that fills up: nothing new fits any more, or nothing until the ballast has been thrown out. */
import type { AppDatabase } from '#storage/database.ts';

/** Before the database is opened. What it gives back fills the disk. */
export function smallDisk(db: AppDatabase, until: 'ballast-is-gone' | 'for-ever'): () => void {
  let full = false;
  db.use({
    stack: 'dbcore',
    name: 'full-disk',
    create: (down) => ({
      ...down,
      table: (name) => {
        const table = down.table(name);
        return {
          ...table,
          async mutate(request) {
            if (name === 'meta' && request.type === 'delete' && until === 'ballast-is-gone') full = false;
            const isNew = request.type === 'add' || request.type === 'put';
            if (full && isNew && name !== 'meta') throw new DOMException('no room', 'QuotaExceededError');
            return table.mutate(request);
          },
        };
      },
    }),
  });
  return () => {
    full = true;
  };
}
