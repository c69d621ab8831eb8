/** GET /api/v1/office and GET /api/v1/matters/:id/:version: public facts, the same for everybody. */
import * as v from 'valibot';
import type { Matter } from '#domain/matter/matter.ts';
import type { Office } from '#domain/office/office.ts';
import { envelope } from './envelope.ts';

export const OFFICE_PATH = '/api/v1/office';
export const MATTERS_PATH = '/api/v1/matters';

/** `colleagues`: workers by id, for the hall's screens; sent to signed-in workers only, else empty. */
export const officeReply = v.object({
  ...envelope,
  now: v.number(),
  office: v.looseObject({ id: v.string() }) as unknown as v.GenericSchema<unknown, Office>, // the service checked its own file at start
  colleagues: v.record(v.string(), v.string()),
});
export const matterReply = v.object({
  ...envelope,
  matter: v.looseObject({ id: v.string(), version: v.number() }) as unknown as v.GenericSchema<
    unknown,
    Matter
  >, // as above
});

/** GET /api/v1/matters: every matter in its newest version, so that a new file reaches phones without a new app. */
export const catalogueReply = v.object({
  ...envelope,
  matters: v.array(
    v.looseObject({ id: v.string(), version: v.number() }) as unknown as v.GenericSchema<unknown, Matter>,
  ), // as above
});
