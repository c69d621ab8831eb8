/** Who acts for a resident by a mandate, and whether that still holds. */
import type { Mandate } from '#domain/mandate/mandate.ts';
import type { Request } from '#domain/request/request.ts';
import type { T } from './i18n.ts';

/** As the office knew that person's name at the first step; else "the office", or "your family". */
export function helperName({ trail }: Pick<Request, 'trail'>, { helperId, agreed }: Mandate, t: T): string {
  const named = trail.find((line) => line.by.id === helperId && line.byName !== undefined);
  return named?.byName ?? (agreed.how === 'linked' ? t('done-for-me:family') : t('request:state.office'));
}

/** May that person still act? `now` in ms since 1970. Whoever gave it may take it back until then. */
export function isHeldNow({ mandate, mandateEnded, status }: Request, now: number): boolean {
  const isOver = status === 'done' || status === 'withdrawn' || status === 'ended';
  if (!mandate || mandateEnded || isOver || now > mandate.until) return false;
  // Once it is sent, a mandate to fill in and to send has done its job (民法典 第一百七十三条).
  return status === 'draft' || mandate.powers.some((power) => power === 'add' || power === 'receive');
}
