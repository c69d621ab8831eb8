/** Brings what a visit left unsent to the office, under that visit's own credential, before the visit is deleted. */
import { readAccount } from '#storage/account.ts';
import type { AppDatabase } from '#storage/database.ts';
import { pageWorld } from '#sync/triggers.ts';
import { takeTurn } from '#sync/turn.ts';

type CallAs = (
  path: string,
  init: RequestInit | undefined,
  credentials: Readonly<Record<string, string>>,
) => Promise<Response>;

/** One turn: words first, then photos. What does not get through stays for the next start. */
export async function sendLeft(db: AppDatabase, callAs: CallAs): Promise<void> {
  const account = await readAccount(db);
  if (account?.secret === undefined) return; // nobody to send for: the visit ended before it began
  const credentials = { authorization: `Bearer ${account.id}.${account.secret}` };
  await takeTurn({
    db,
    line: { call: (path, init) => callAs(path, init, credentials), clock: pageWorld().clock },
    officeId: account.officeId,
    officeAt: Date.now(), // the visit is over: it needs no newer catalogue
    mustYield: () => false,
  });
}
