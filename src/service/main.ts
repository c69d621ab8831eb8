/** The roof of the service: settings, the open service, a port to listen on, and a clean end. */
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { CannotStart } from './cannot-start.ts';
import { errorLine, makeLog } from './log.ts';
import { openService, type OpenService } from './open-service.ts';
import { readSettings, type Settings } from './settings.ts';
import { tellAddresses, tellSignIns } from './tell.ts';

const log = makeLog((text) => void process.stdout.write(text), Date.now);
/** How long answers in flight may take after the order to stop. */
const GRACE_MS = 5_000;

await start().catch((error: unknown) => {
  const lines =
    error instanceof CannotStart ? error.message : JSON.stringify({ what: 'bug', ...errorLine(error) });
  process.stderr.write(`${lines}\n`);
  process.exitCode = 1;
});

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  if (!settings.ok) throw new CannotStart([settings.reason]);
  const service = await openService(settings.value, log);
  // Before the port is asked for: it may turn out to be taken.
  tellSignIns(service);
  const server = createAdaptorServer({ fetch: (request, env) => service.fetch(request, env) });
  const address = await listen(server, settings.value).catch(async (error: unknown) => {
    await service.close();
    throw error;
  });
  const { host } = settings.value;
  tellAddresses(`http://${host.includes(':') ? `[${host}]` : host}:${address.port}`, service);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void stop(server, service, signal));
}

function listen(server: ServerType, { port, host }: Settings): Promise<AddressInfo> {
  return new Promise((listening, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(new CannotStart([whyDeaf(error, port, host)])),
    );
    // With a port, a listening server always has an address of this kind.
    server.listen(port, host, () => listening(server.address() as AddressInfo));
  });
}

function whyDeaf(error: NodeJS.ErrnoException, port: number, host: string): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `PORT ${port} on ${host} is in use already: stop the other program, or set PORT to another number.`;
    case 'EACCES':
      return `PORT ${port} on ${host} needs more rights: set PORT to a number above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST "${host}" is not an address of this computer.`;
    default:
      return `Cannot listen on ${host}, port ${port} (${error.code ?? error.name}).`;
  }
}

/** No new callers; answers in flight finish; then the store is closed. A second signal ends at once. */
async function stop(server: ServerType, service: OpenService, signal: string): Promise<void> {
  log({ what: 'stopping', signal });
  service.letGo();
  const late = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), GRACE_MS);
  await new Promise<void>((closed) => {
    server.close(() => closed());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
  clearTimeout(late);
  await service.close();
  log({ what: 'stopped' });
}
