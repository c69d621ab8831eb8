/**
 * Whose turn it is at a shared device. A visit lives in one tab: it stays through a reload or a crash of
 * the page, and the next person's is a new one.
 */
const KEY = 'bangban-visit';
export const VISIT_PREFIX = 'visit-';

/** The account id of the visit that goes on in this tab, or of a new one. */
export function visitId(newId: () => string): string {
  try {
    const going = sessionStorage.getItem(KEY);
    if (going?.startsWith(VISIT_PREFIX)) return going;
    const made = VISIT_PREFIX + newId();
    sessionStorage.setItem(KEY, made);
    return made;
  } catch {
    return VISIT_PREFIX + newId(); // nothing may be kept in this window: then each load is a visit
  }
}

export function forgetVisitId(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing could be kept, so nothing is there.
  }
}
