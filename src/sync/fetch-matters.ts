/** Matters in the versions that requests here began with: without its questions a request cannot be read. */
import { MATTERS_PATH, matterReply } from '#protocol/office.ts';
import type { AppDatabase } from '#storage/database.ts';
import { keepMatter, neededMatters } from '#storage/matters.ts';
import { ask, type Line, type Trouble } from './line.ts';

export async function fetchMatters(db: AppDatabase, line: Line): Promise<{ readonly at: 'kept' } | Trouble> {
  for (const { id, version } of await neededMatters(db)) {
    const answer = await ask(line, {
      path: `${MATTERS_PATH}/${encodeURIComponent(id)}/${version}`,
      schema: matterReply,
    });
    if (answer.at === 'answered') await keepMatter(db, answer.reply.matter);
    else if (answer.at !== 'service-trouble') return answer; // one that the service cannot find must not hold up the others
  }
  return { at: 'kept' };
}
