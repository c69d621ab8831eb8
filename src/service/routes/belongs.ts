/** Whether a caller may ask about an office: a worker about their own, a resident about the one that is here. */
import type { Caller } from '../accounts/who-asks.ts';

export function belongs(caller: Caller, officeId: string, here: string): boolean {
  return officeId === here && (caller.role === 'resident' || caller.account.officeId === officeId);
}
