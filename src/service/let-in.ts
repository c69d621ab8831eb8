/**
 * Who may read a draft, kept up with its steps: a worker with the code is let in, and a mandate that ends
 * shuts the door behind its last line.
 */
import { CODE_MS } from '#domain/mandate/mandate.ts';
import type { Action } from '#domain/request/action.ts';
import type { Request } from '#domain/request/request.ts';
import type { Desk } from './desk.ts';
import type { OfficeTurn } from './store/store.ts';
import type { HandOver } from './whose-hand.ts';

/** Lines of a draft, and its withdrawal, are for its owner and its readers. Its opening is everybody's. */
export function isForReaders(after: Request): boolean {
  return after.draft !== undefined;
}

/** To be called before the line is in the log: the new code is not for whoever had the old one. */
export async function beforeLine(turn: OfficeTurn, action: Action): Promise<void> {
  if (action.kind === 'hand-over') await turn.closeReaders(action.requestId);
}

/** To be called once the line is in the log. */
export async function afterLine(turn: OfficeTurn, action: Action, after: Request, desk: Desk): Promise<void> {
  const { requestId, by } = action;
  if (action.kind === 'hand-over') {
    const until = Math.min(desk.now + CODE_MS, action.offer.codeUntil);
    await turn.saveHandOver({ codeHash: action.offer.codeHash, requestId, until });
    if (by.id !== desk.asker.id) await letBringerIn(turn, action, desk);
  }
  if (action.kind === 'take-over') await turn.addReader(requestId, by.id);
  if (action.kind === 'open' && by.role === 'helper') await turn.addReader(requestId, by.id);
  if (action.kind === 'end-mandate' && after.draft) await turn.closeReaders(requestId);
}

/** Whoever brings a hand-over had the code with it; unless another came with the same code before. */
export async function letBringerIn(turn: OfficeTurn, action: HandOver, { asker }: Desk): Promise<void> {
  const code = await turn.handOver(action.offer.codeHash);
  if (code?.requestId !== action.requestId || (code.reservedBy ?? asker.id) !== asker.id) return;
  await turn.saveHandOver({ ...code, reservedBy: asker.id });
  await turn.addReader(action.requestId, asker.id);
}
