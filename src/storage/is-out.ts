/** Whether a draft is in other hands as well. A file of its own, for home asks it and must stay light. */
import type { DraftRow } from './database.ts';

/** Somebody else may be writing on it now, or come with the code. `now` by the service's clock, ms since 1970. */
export function isOut({ handedOver }: Pick<DraftRow, 'handedOver'>, now: number): boolean {
  if (!handedOver || handedOver.over) return false;
  return now <= (handedOver.taken ? handedOver.until : handedOver.codeUntil);
}
