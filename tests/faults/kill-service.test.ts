/** The real process, pulled from under people's hands: what it had called received is there afterwards, once. */
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Action, Event } from '#domain/request/action.ts';
import { numberFor } from '#domain/request/number.ts';
import { DEVICE_HEADER } from '#protocol/envelope.ts';
import type { Verdict } from '#protocol/push.ts';
import { nextHash } from '#service/chain.ts';
import { hexId } from '#tests/support/make.ts';
import { buildService, newFolder, removeBuild, run, runAudit, startService } from './real-service.ts';

const ROUNDS = 10;
const WRITERS = 8;
/** Answers in one round before the process is killed; others are on their way then. */
const ENOUGH = 40;

const folders: string[] = [];
const folder = (): string => {
  folders.push(newFolder());
  return folders.at(-1) ?? '';
};
beforeAll(buildService, 120_000);
afterAll(() => {
  removeBuild();
  for (const dir of folders) rmSync(dir, { recursive: true, force: true });
});

let ids = 0;
const newId = (): string => hexId((ids += 1));
const writerId = (n: number): string => `resident-${n}-writer`;

async function post(
  base: string,
  path: string,
  body: object,
  headers: Record<string, string>,
): Promise<Response> {
  return fetch(`${base}/api/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [DEVICE_HEADER]: '1', ...headers },
    body: JSON.stringify({ bangban: 1, ...body }),
  });
}
const bearer = (id: string): Record<string, string> => ({ authorization: `Bearer ${id}.${'s'.repeat(40)}` });

async function push(base: string, actions: readonly Action[]): Promise<readonly Verdict[]> {
  const response = await post(base, 'push', { actions }, bearer(actions[0]?.by.id ?? ''));
  return ((await response.json()) as { verdicts: Verdict[] }).verdicts; // the reply's shape
}

/** One request with two additions, as one phone sends them. */
function batch(writer: number): readonly Action[] {
  const step = {
    requestId: newId(),
    officeId: 'guihua',
    by: { id: writerId(writer), role: 'resident' as const },
    at: 1,
    device: newId(),
    dseq: 1,
  };
  const answers = {
    kind: { type: 'choice' as const, choice: 'idea' },
    words: { type: 'words' as const, words: '路灯坏了。' },
  };
  return [
    { ...step, id: newId(), kind: 'open', matterId: 'complaint', matterVersion: 1, answers },
    ...['第一条', '第二条'].map((words) => ({
      ...step,
      id: newId(),
      kind: 'add' as const,
      words,
      photos: [],
    })),
  ];
}

async function wholeLog(
  base: string,
  said: string,
): Promise<{ readonly events: readonly Event[]; readonly h: string }> {
  const [, name = '', password = ''] = /^ {2}(李敏) {2}(\S+)$/mu.exec(said) ?? [];
  const inside = await post(base, 'sign-in', { name, password }, {});
  const cookie = inside.headers.get('set-cookie')?.split(';')[0] ?? '';
  const events: Event[] = [];
  let at = { next: 0, h: '', more: true };
  while (at.more) {
    const response = await post(
      base,
      'pull',
      { officeId: 'guihua', after: at.next, h: at.h, limit: 500 },
      { cookie },
    );
    const page = (await response.json()) as typeof at & { events: Event[] }; // the reply's shape
    events.push(...page.events);
    at = page;
  }
  return { events, h: at.h };
}

describe('killed while people are sending', () => {
  test(
    `ten times over, everything it had called received is there, and nothing twice`,
    { timeout: 300_000 },
    async () => {
      const dir = folder();
      const acked: string[] = [];
      const unanswered: (readonly Action[])[] = [];
      let firstWords = '';

      for (let round = 0; round < ROUNDS; round += 1) {
        const service = await startService(dir);
        if (round === 0) firstWords = service.said();
        const before = acked.length;
        const write = async (writer: number): Promise<void> => {
          for (;;) {
            const actions = batch(writer);
            try {
              const verdicts = await push(service.base, actions);
              expect(verdicts.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted', 'accepted']);
              acked.push(...verdicts.map(({ id }) => id));
              if (acked.length - before >= ENOUGH) service.child.kill('SIGKILL');
            } catch (error) {
              if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
              unanswered.push(actions); // the line is dead: nobody knows whether it was kept
              return;
            }
          }
        };
        await Promise.all(Array.from({ length: WRITERS }, (_, n) => write(n)));
        await service.ended;
      }

      const service = await startService(dir);
      const before = await wholeLog(service.base, firstWords);
      const there = new Set(before.events.map(({ action }) => action.id));
      expect(acked.length).toBeGreaterThanOrEqual(ROUNDS * ENOUGH);
      expect(unanswered.length).toBeGreaterThan(ROUNDS);
      expect(acked.filter((id) => !there.has(id))).toEqual([]);

      // The phones try again with what was not answered, twice: each action counts once.
      for (const actions of [...unanswered, ...unanswered])
        expect((await push(service.base, actions)).map(({ verdict }) => verdict)).not.toContain('refused');
      const { events, h } = await wholeLog(service.base, firstWords);
      const all = [...acked, ...unanswered.flat().map(({ id }) => id)];
      expect(events.map(({ action }) => action.id).toSorted()).toEqual(all.toSorted());
      expect(events.map(({ stamp }) => stamp.seq)).toEqual(events.map((_, n) => n + 1));
      expect(events.reduce((hash, event) => nextHash(hash, event), '')).toBe(h);
      // The audit beside the running service: every chain came through the kills whole.
      const audit = runAudit(dir, '--all');
      expect([await audit.ended, audit.complained()]).toEqual([0, '']);
      const requests = events.filter(({ action }) => action.kind === 'open').length;
      expect(audit.said()).toBe(
        `office guihua: SOUND, ${events.length} lines\n${requests} requests: ${requests} sound, 0 broken\n`,
      );
      service.child.kill('SIGKILL');
      await service.ended;
    },
  );
});

describe('audited while it runs', () => {
  test(
    'the command finds what a hand did in the data folder, and ends accordingly',
    { timeout: 60_000 },
    async () => {
      const dir = folder();
      const service = await startService(dir);
      const actions = batch(1);
      await push(service.base, actions);
      const audit = async (what: string, at = dir) => {
        const run = runAudit(at, what);
        return { end: await run.ended, said: run.said(), complained: run.complained() };
      };
      const id = actions[0]?.requestId ?? '';
      expect(await audit(id)).toMatchObject({ end: 0, complained: '' });

      const hand = new Database(join(dir, 'bangban.sqlite'));
      hand.exec("UPDATE event SET body = replace(body, '第一条', '第七条') WHERE seq = 2");
      hand.close();
      for (const what of [id, numberFor(1)]) {
        const { end, said, complained } = await audit(what);
        expect([end, complained]).toEqual([1, '']);
        expect(said).toMatch(/BROKEN at line 2 \(seq 2\), changed[^\n]*\n$/u);
        expect(said).not.toMatch(/第.条/u);
      }
      expect((await audit(newId())).end).toBe(2);
      const nowhere = join(dir, 'nowhere');
      expect(await audit('--all', nowhere)).toMatchObject({ end: 2, complained: '' });
      expect(existsSync(nowhere)).toBe(false);
      expect((await push(service.base, batch(2))).map(({ verdict }) => verdict)).not.toContain('refused');
      service.child.kill('SIGTERM');
      expect(await service.ended).toBe(0);
    },
  );
});

describe('told to stop', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s it answers whoever waits, and ends well',
    { timeout: 60_000 },
    async (signal) => {
      const service = await startService(folder());
      await push(service.base, batch(1));
      const waits = post(service.base, 'wait', { officeId: 'guihua', after: 3 }, bearer(writerId(1)));
      // Its connection was made before these; when they are answered, it is waiting.
      for (let n = 0; n < 5; n += 1) await push(service.base, []);
      service.child.kill(signal);
      expect(await (await waits).json()).toEqual({ bangban: 1, head: 3 });
      expect(await service.ended).toBe(0);
      expect(service.complained()).toBe('');
      expect(service.said()).toContain('"what":"stopped"');
    },
  );
});

describe('what it cannot start with', () => {
  test.each([
    ['PORT', { PORT: '99999' }],
    ['PORT', { PORT: 'eighty' }],
    ['HOST', { HOST: 'no such host' }],
    ['HOST', { HOST: '203.0.113.7' }],
    ['DATA_DIR', { DATA_DIR: '/proc/nowhere' }],
    ['DATA_DIR', { DATA_DIR: 'package.json' }],
    ['nothing-here/catalogue', { MATTERS_DIR: 'nothing-here' }],
  ])('%s: one line on the error channel, and not a zero: %o', { timeout: 60_000 }, async (name, env) => {
    const service = run({ PORT: '0', DATA_DIR: folder(), ...env });
    expect(await service.ended).toBe(1);
    expect(service.complained()).toMatch(/^[^\n]+\n$/u);
    expect(service.complained()).toContain(name);
  });

  test('a port that is taken is named', { timeout: 60_000 }, async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo; // a listening server on a port
    const service = run({ PORT: String(port), DATA_DIR: folder() });
    expect(await service.ended).toBe(1);
    expect(service.complained()).toMatch(new RegExp(`^PORT ${port} [^\\n]+ in use already[^\\n]+\\n$`, 'u'));
    taken.close();
  });
});
