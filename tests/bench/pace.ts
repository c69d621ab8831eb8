/** Requests per second that the service accepts durably, beside a bare service on the same machine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServiceProcess } from '../browser/stage.ts';
import { startBareService } from './bare-service.ts';
import type { Figure } from './figures.ts';

const RUNS = 5;
const RUN_MS = 2_000;
const LINES = 8;

const id = () => randomBytes(16).toString('hex');

/** A batch of new requests from one phone: about 1 kB each, as a real complaint has. */
function batch(officeId: string, resident: string, size: number) {
  return Array.from({ length: size }, (_, at) => ({
    kind: 'open',
    id: id(),
    requestId: id(),
    officeId,
    by: { id: resident, role: 'resident' },
    at: Date.now(),
    device: resident,
    dseq: at + 1,
    matterId: 'complaint',
    matterVersion: 1,
    answers: {
      kind: { type: 'choice', choice: 'complaint' },
      words: { type: 'words', words: '楼道里的灯坏了三个月，晚上看不见路，老人摔了两次。'.repeat(8) },
    },
  }));
}

/** Accepted requests per second over one run. */
async function run(url: string, officeId: string, size: number): Promise<number> {
  const end = performance.now() + RUN_MS;
  let accepted = 0;
  const from = performance.now();
  await Promise.all(
    Array.from({ length: LINES }, async () => {
      const resident = id();
      const secret = randomBytes(32).toString('hex');
      while (performance.now() < end) {
        const response = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-bangban-device': '1',
            authorization: `Bearer ${resident}.${secret}`,
          },
          body: JSON.stringify({ bangban: 1, actions: batch(officeId, resident, size) }),
        });
        const reply: { verdicts: { verdict: string }[] } = JSON.parse(await response.text());
        const good = reply.verdicts.filter(({ verdict }) => verdict === 'accepted').length;
        if (good !== size)
          throw new Error(`accepted ${good} of ${size}: ${JSON.stringify(reply).slice(0, 300)}`);
        accepted += good;
      }
    }),
  );
  return (accepted / (performance.now() - from)) * 1000;
}

export async function pace(): Promise<readonly Figure[]> {
  const service = await ServiceProcess.start();
  const folder = mkdtempSync(join(tmpdir(), 'bangban-bare-'));
  const bare = await startBareService(join(folder, 'bare.sqlite'));
  const figures: Figure[] = [];
  try {
    const { office }: { office: { id: string } } = JSON.parse(
      await (await fetch(`${service.url}/api/v1/office`)).text(),
    );
    for (const size of [1, 50]) {
      const ours: number[] = [];
      const theirs: number[] = [];
      // In turns, so that both meet the same machine.
      for (let at = 0; at < RUNS; at += 1) {
        ours.push(await run(`${service.url}/api/v1/push`, office.id, size));
        theirs.push(await run(bare.url, office.id, size));
      }
      figures.push({
        what: `requests accepted durably, ${LINES} phones, ${size} in a push`,
        unit: 'per second',
        values: ours,
        peer: { what: 'bare node:http and SQLite', values: theirs },
      });
    }
    return figures;
  } finally {
    bare.close();
    rmSync(folder, { recursive: true, force: true });
    await service.remove();
  }
}
