/** Photos, apart from the words: begun, sent in chunks, looked at. One chunk of a file at a time. */
import { Hono } from 'hono';
import { beginFileBody, FILES_PATH } from '#protocol/files.ts';
import { whoAsks } from '../accounts/who-asks.ts';
import { addChunk, begin, maySee } from '../files/receive.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { makeTurns, type Turns } from '../store/turns.ts';
import { answer, readBytes, readJson, trouble } from './answer.ts';

const ID = ':id{[0-9a-f]{32}}';

export function filesRoute(deps: ServiceDeps): Hono {
  const { store, shelf, now } = deps;
  const oneAtATime = perFile();
  return new Hono()
    .post(`${FILES_PATH}/${ID}/begin`, async (context) => {
      const caller = await whoAsks(context, store, now());
      if (!caller) return trouble(context, 'signed-out', 401);
      const body = await readJson(context, beginFileBody);
      if (!body.ok) return body.response;
      const id = context.req.param('id');
      return answer(context, await oneAtATime(id, () => begin(deps, id, caller, body.value)));
    })
    .put(`${FILES_PATH}/${ID}`, async (context) => {
      const caller = await whoAsks(context, store, now());
      if (!caller) return trouble(context, 'signed-out', 401);
      const at = context.req.query('at') ?? '';
      if (!/^\d{1,9}$/u.test(at)) return trouble(context, 'not-our-shape', 400);
      const chunk = await readBytes(context);
      if (!chunk.ok) return chunk.response;
      const id = context.req.param('id');
      return oneAtATime(id, async () => {
        const file = await store.file(id);
        if (file?.ownerId !== caller.id) return trouble(context, 'not-here', 404);
        return answer(context, await addChunk(deps, file, Number(at), chunk.value));
      });
    })
    .get(`${FILES_PATH}/${ID}`, async (context) => {
      const caller = await whoAsks(context, store, now());
      if (!caller) return trouble(context, 'signed-out', 401);
      const file = await store.file(context.req.param('id'));
      // Another's photo is answered like one that never was.
      if (file?.state !== 'whole' || !(await maySee(deps, file, caller)))
        return trouble(context, 'not-here', 404);
      const bytes = await shelf.read(file.id);
      return context.body(new Uint8Array(bytes), 200, {
        'Content-Type': file.mime,
        'Content-Disposition': 'inline',
      });
    });
}

/** Turns for each file by itself; a file that nobody waits for takes no room. */
function perFile(): <T>(id: string, work: () => Promise<T>) => Promise<T> {
  const busy = new Map<string, { readonly turns: Turns; waiting: number }>();
  return async (id, work) => {
    const here = busy.get(id) ?? { turns: makeTurns(), waiting: 0 };
    busy.set(id, here);
    here.waiting += 1;
    try {
      return await here.turns(work);
    } finally {
      here.waiting -= 1;
      if (here.waiting === 0) busy.delete(id);
    }
  };
}
