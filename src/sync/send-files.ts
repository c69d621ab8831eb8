/**
 * Photos up, in chunks that go on where the last one ended, on whatever line there is tomorrow.
 *
 * Words first: a photo goes only when the office has the step that speaks of it, and makes way as soon as
 * somebody has new words to send. Trouble leaves a photo waiting; nothing here gives up.
 */
import { CHUNK_BYTES, FILES_PATH, fileReply, type BeginFileBody, type FileReply } from '#protocol/files.ts';
import type { AppDatabase, FileRow } from '#storage/database.ts';
import * as files from '#storage/files.ts';
import { photosBehindWords } from '#storage/photos-behind-words.ts';
import { ask, type Line, type Trouble } from './line.ts';

/** A chunk on a line of 6 kB/s. */
const CHUNK_WITHIN_MS = 45_000;

export type FilesOutcome = { readonly at: 'sent'; readonly left: number } | Trouble;

/** `mustYield` is asked between two chunks. `left` counts the photos that still wait. */
export async function sendFiles(
  db: AppDatabase,
  line: Line,
  officeId: string,
  mustYield: () => boolean = () => false,
): Promise<FilesOutcome> {
  const behind = await photosBehindWords(db);
  const waiting = (await files.waiting(db)).filter((id) => !behind.has(id));
  let left = waiting.length;
  for (const id of waiting) {
    if (mustYield()) break;
    const file = await files.find(db, id);
    if (file?.state !== 'waiting') continue;
    const end = await sendOne(line, file, officeId, mustYield);
    if (end.at === 'yielded') continue;
    if (end.at === 'answered') {
      await files.settled(db, id, end.reply.file === 'whole' ? 'whole' : 'refused', whyOf(end.reply));
      left -= 1;
    } else if (end.at !== 'too-large' && end.at !== 'service-trouble') {
      return end; // the line is gone; another photo would fare no better
    } else if (end.retryAfterMs !== undefined) {
      return end;
    }
  }
  return { at: 'sent', left };
}

type Settled = {
  readonly at: 'answered';
  readonly reply: FileReply & { readonly file: 'whole' | 'refused' };
};

async function sendOne(
  line: Line,
  file: FileRow,
  officeId: string,
  mustYield: () => boolean,
): Promise<Settled | Trouble | { readonly at: 'yielded' }> {
  const path = `${FILES_PATH}/${file.id}`;
  const { sha256, bytes, mime, requestId } = file;
  const begin: Loose<BeginFileBody> = { bangban: 1, officeId, requestId, sha256, bytes, mime };
  // 1. How much does the service have?
  let answer = await ask(line, {
    path: `${path}/begin`,
    schema: fileReply,
    body: begin,
  });
  let restarts = 0;
  let at = -1;
  for (;;) {
    if (answer.at !== 'answered') return answer;
    const { reply } = answer;
    if (reply.file === 'whole' || reply.file === 'refused') return { at: 'answered', reply };

    // 2. Damaged on the way: once from the start. A second time is for another turn.
    if (reply.file === 'wrong-hash') {
      restarts += 1;
      at = -1;
      if (restarts > 1) return { at: 'service-trouble' };
    }
    // 3. The next chunk, if the last one did some good.
    if (reply.have <= at || reply.have >= file.bytes) return { at: 'service-trouble' };
    if (mustYield()) return { at: 'yielded' };
    at = reply.have;
    answer = await ask(line, {
      path: `${path}?at=${at}`,
      schema: fileReply,
      body: file.data.slice(at, at + CHUNK_BYTES),
      withinMs: CHUNK_WITHIN_MS,
    });
  }
}

/** The row keeps the kind of picture as plain text; the service checks it. */
type Loose<Body> = { readonly [Key in keyof Body]: Key extends 'mime' ? string : Body[Key] };

function whyOf(reply: FileReply): string | undefined {
  return reply.file === 'refused' ? reply.why : undefined;
}
