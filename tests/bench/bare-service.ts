/**
 * The peer of the service's pace: the least that could call itself durable. It takes a JSON body, writes
 * its actions as rows of one SQLite table in one transaction with synchronous FULL, and answers.
 * No rules, no sessions, no log chain, no shape check.
 */
import { createServer } from 'node:http';
import { once } from 'node:events';
import Database from 'libsql';

export async function startBareService(
  file: string,
): Promise<{ readonly url: string; readonly close: () => void }> {
  const db = new Database(file);
  db.exec(
    'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE row (id TEXT PRIMARY KEY, body TEXT)',
  );
  const insert = db.prepare('INSERT OR IGNORE INTO row VALUES (?, ?)');
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body: { actions: { id: string }[] } = JSON.parse(Buffer.concat(parts).toString());
      db.exec('BEGIN IMMEDIATE');
      for (const action of body.actions) insert.run(action.id, JSON.stringify(action));
      db.exec('COMMIT');
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ verdicts: body.actions.map(({ id }) => ({ id, verdict: 'accepted' })) }));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
      db.close();
    },
  };
}
