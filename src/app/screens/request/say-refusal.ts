/** Why a step may not be taken, and what to do about it. */
import type { T } from '#app/i18n.ts';
import type { Refused } from '#domain/request/action.ts';

/** A name is put in where the sentence has a place for it. */
export function sayRefusal(refused: Refused, t: T): string {
  return t(`errors:${refused.reason}`, { who: refused.who ?? t('request:state.office') });
}
