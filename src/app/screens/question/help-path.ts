/** Where "help me" leads from a question: the help screen, which knows the way back and what can be handed over. */
import type { DraftRow } from '#storage/database.ts';

/** `undefined` for what a helper writes for an elder: it is not the helper's to hand on. */
export function helpPath({ id, forElder }: DraftRow, place: string): string | undefined {
  return forElder ? undefined : `/help?draft=${id}&place=${place}`;
}
