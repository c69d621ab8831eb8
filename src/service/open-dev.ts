/** The service inside the development server: the same, without a port of its own and without the built app. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { CannotStart } from './cannot-start.ts';
import { makeLog } from './log.ts';
import { openService, type OpenService } from './open-service.ts';
import { readSettings } from './settings.ts';
import { tellSignIns } from './tell.ts';

/** @throws CannotStart */
export async function openDev(env: NodeJS.ProcessEnv): Promise<OpenService> {
  const settings = readSettings(env);
  if (!settings.ok) throw new CannotStart([settings.reason]);
  const log = makeLog((text) => void process.stdout.write(text), Date.now);
  const service = await openService({ ...settings.value, appDir: undefined }, log);
  tellSignIns(service);
  return service;
}

export function answerNode(
  service: OpenService,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // The page's own globals stay as they are: this process is the development server's.
  return getRequestListener((asked, env) => service.fetch(asked, env), { overrideGlobalObjects: false })(
    request,
    response,
  );
}
