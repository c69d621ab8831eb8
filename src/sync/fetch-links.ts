/** Asks which links one has, on both sides: one that has ended must be known here although nobody looks at it. */
import { LINKS_PATH, linksReply } from '#protocol/links.ts';
import { readAccount } from '#storage/account.ts';
import type { AppDatabase } from '#storage/database.ts';
import { keepLinks } from '#storage/keep-links.ts';
import { readOffice } from '#storage/office.ts';
import { ask, type Line, type Trouble } from './line.ts';

export async function fetchLinks(db: AppDatabase, line: Line): Promise<{ readonly at: 'kept' } | Trouble> {
  const [account, office] = await Promise.all([readAccount(db), readOffice(db)]);
  if (account?.role !== 'resident') return { at: 'kept' };
  const answer = await ask(line, { path: LINKS_PATH, schema: linksReply });
  if (answer.at !== 'answered') return answer;
  await keepLinks(db, account.id, answer.reply.links, line.clock.now() + (office?.aheadMs ?? 0));
  return { at: 'kept' };
}
