/** Asks this phone's own knowledge of the link before anything is sent under it; the service asks again. */
import type { Answers } from '#domain/answers/answer.ts';
import { linkRefusal } from '#domain/mandate/link.ts';
import type { Matter } from '#domain/matter/matter.ts';
import type { Refusal } from '#domain/request/action.ts';
import type { AppDatabase, ForElder } from '#storage/database.ts';
import { readLinks } from '#storage/links.ts';
import { readOffice } from '#storage/office.ts';

/** `deviceNow`: ms since 1970 by this device's clock. */
export async function refusalForElder(
  db: AppDatabase,
  { mandate }: ForElder,
  matter: Matter,
  answers: Answers,
  deviceNow: number,
): Promise<Refusal | undefined> {
  const [{ links }, office] = await Promise.all([readLinks(db), readOffice(db)]);
  const { agreed, helperId } = mandate;
  const link = links.find(({ id }) => agreed.how === 'linked' && agreed.linkId === id) ?? 'none';
  const now = deviceNow + (office?.aheadMs ?? 0);
  return linkRefusal({ mandate, helperId, answers, matter, link, now });
}
