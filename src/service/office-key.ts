/**
 * The office's key pair, `office-key.json` in the data folder: made at the first start, readable by the
 * service's own user only. Whoever loses it can open no letter that was sealed before; new ones are fine.
 */
import { existsSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type * as v from 'valibot';
import { inShape } from '#protocol/envelope.ts';
import { officeKeyShape } from '#protocol/hand-over.ts';
import { makeOfficeKey } from '#protocol/seal.ts';
import { CannotStart } from './cannot-start.ts';
import { readJsonFile } from './office-file.ts';

export type OfficeKey = v.InferOutput<typeof officeKeyShape>;

/** @throws CannotStart when what is there is no key: a new one in its place would be a secret change. */
export async function openOfficeKey(dataDir: string): Promise<OfficeKey> {
  const path = join(dataDir, 'office-key.json');
  if (!existsSync(path)) await writeKey(path, await makeOfficeKey());
  const key = inShape(officeKeyShape, await readJsonFile(path));
  if (!key)
    throw new CannotStart([`${path}: is not an office key. Put the one from the backup in its place.`]);
  return key;
}

/** Whole or not at all: a start that was cut off here makes another. */
async function writeKey(path: string, key: OfficeKey): Promise<void> {
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(key)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
}
