/** The office's public facts and its catalogue, kept so that everything works without a line. */
import { MATTERS_PATH, OFFICE_PATH, catalogueReply, officeReply } from '#protocol/office.ts';
import type { AppDatabase } from '#storage/database.ts';
import { keepCatalogue } from '#storage/matters.ts';
import { keepOffice } from '#storage/office.ts';
import { ask, type Line, type Trouble } from './line.ts';

export async function fetchOffice(db: AppDatabase, line: Line): Promise<{ readonly at: 'kept' } | Trouble> {
  // The service read its clock somewhere between the question and the answer: the middle is the best guess.
  const askedAt = line.clock.now();
  const office = await ask(line, { path: OFFICE_PATH, schema: officeReply });
  if (office.at !== 'answered') return office;
  const aheadMs = Math.round(office.reply.now - (askedAt + line.clock.now()) / 2);
  await keepOffice(db, office.reply.office, office.reply.colleagues, aheadMs);

  const catalogue = await ask(line, { path: MATTERS_PATH, schema: catalogueReply });
  if (catalogue.at !== 'answered') return catalogue;
  await keepCatalogue(db, catalogue.reply.matters);
  return { at: 'kept' };
}
