/** The service for `npm run dev`: opened inside the development server, and opened anew when its files change. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { makeLog } from './log.ts';
import { openService, type OpenService } from './open-service.ts';
import { readSettings } from './settings.ts';

/** @throws CannotStart with a line for each thing to mend */
export async function openDev(environment: NodeJS.ProcessEnv): Promise<OpenService> {
  const settings = readSettings(environment);
  if (!settings.ok) throw new Error(settings.reason);
  const say = (text: string): void => void process.stdout.write(text);
  const service = await openService(settings.value, makeLog(say, Date.now));
  for (const { name, password } of service.demoSignIns) say(`  ${name}  ${password}\n`);
  return service;
}

export function answerNode(
  service: OpenService,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  return getRequestListener((asked, env) => service.fetch(asked, env))(request, response);
}
