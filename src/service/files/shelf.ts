/**
 * Where the bytes of photos lie: `<id>.part` while they come, `<id>` once they are whole and on the disk.
 *
 * The length of the part is the only record of how far it came, so a torn chunk leaves nothing to disagree with.
 * The caller takes turns per file.
 */
import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

export type FileShelf = {
  /** Bytes of the part that are here. */
  readonly have: (id: string) => Promise<number>;
  readonly add: (id: string, bytes: Uint8Array) => Promise<void>;
  readonly readPart: (id: string) => Promise<Uint8Array>;
  /** From here on the file outlives a power cut. */
  readonly makeWhole: (id: string) => Promise<void>;
  readonly dropPart: (id: string) => Promise<void>;
  readonly read: (id: string) => Promise<Uint8Array>;
};

/** `id` must have been checked to be 32 hex digits: it becomes a file's name. */
export async function openShelf(dir: string): Promise<FileShelf> {
  await mkdir(dir, { recursive: true });
  const whole = (id: string): string => join(dir, id);
  const part = (id: string): string => join(dir, `${id}.part`);
  return {
    have: (id) =>
      stat(part(id)).then(
        ({ size }) => size,
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return 0;
          throw error;
        },
      ),
    async add(id, bytes) {
      const handle = await open(part(id), 'a');
      try {
        await handle.writeFile(bytes);
      } finally {
        await handle.close();
      }
    },
    readPart: (id) => readFile(part(id)),
    async makeWhole(id) {
      await synced(part(id));
      await rename(part(id), whole(id));
      await synced(dir); // the new name too
    },
    dropPart: (id) => rm(part(id), { force: true }),
    read: (id) => readFile(whole(id)),
  };
}

async function synced(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
