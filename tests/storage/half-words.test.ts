import { describe, expect, it } from 'vitest';
import * as files from '#storage/files.ts';
import { dropHalf, keepHalf, readHalf } from '#storage/half-words.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { hexId, PHOTO, REQUEST_ID } from '../support/make.ts';

const typed = (words: string) => ({ type: 'typed', typed: words }) as const;

describe('words half written about a filed request', () => {
  it('are there again for this request and this purpose only', async () => {
    const db = freshDatabase();
    await keepHalf(db, REQUEST_ID, 'add', 'words', typed('水还在'));
    expect(await readHalf(db, REQUEST_ID, 'add')).toEqual({ words: typed('水还在') });
    expect(await readHalf(db, REQUEST_ID, 'reopen')).toEqual({});
    expect(await readHalf(db, hexId(9), 'add')).toEqual({});
  });

  it('stand beside the photos: writing in one box loses nothing in the other', async () => {
    const db = freshDatabase();
    const photos = { type: 'photos', photos: [PHOTO] } as const;
    await Promise.all([
      keepHalf(db, REQUEST_ID, 'add', 'photos', photos),
      keepHalf(db, REQUEST_ID, 'add', 'words', typed('看')),
    ]);
    expect(await readHalf(db, REQUEST_ID, 'add')).toEqual({ photos, words: typed('看') });
    await keepHalf(db, REQUEST_ID, 'add', 'photos', undefined);
    expect(await readHalf(db, REQUEST_ID, 'add')).toEqual({ words: typed('看') });
  });

  it('go with the photos that nothing kept, and never with one that is on its way', async () => {
    const db = freshDatabase();
    const row = { ...PHOTO, requestId: REQUEST_ID, data: new ArrayBuffer(4) };
    await files.add(db, { ...row, state: 'draft' });
    await files.add(db, { ...row, id: hexId(0xf9), state: 'waiting' });
    await keepHalf(db, REQUEST_ID, 'add', 'words', typed('完'));
    await dropHalf(db, REQUEST_ID, 'add');
    expect(await readHalf(db, REQUEST_ID, 'add')).toEqual({});
    expect((await files.ofRequest(db, REQUEST_ID)).map(({ id }) => id)).toEqual([hexId(0xf9)]);
  });
});
