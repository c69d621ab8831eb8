/** The catalogue: the newest versions as a whole, and each version that ever was, by itself. */
import { Hono } from 'hono';
import { MATTERS_PATH } from '#protocol/office.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { answer, trouble } from './answer.ts';

export function mattersRoute({ store, catalogue }: ServiceDeps): Hono {
  return new Hono()
    .get(MATTERS_PATH, (context) => answer(context, { matters: catalogue }))
    .get(`${MATTERS_PATH}/:id/:version{[0-9]{1,9}}`, async (context) => {
      const matter = await store.matter(context.req.param('id'), Number(context.req.param('version')));
      return matter ? answer(context, { matter }) : trouble(context, 'not-here', 404);
    });
}
