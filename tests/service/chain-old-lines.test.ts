/** A store from before requests had chains of their own, opened by this version. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { expect, onTestFinished, test } from 'vitest';
import { auditOffice, auditTrail } from '#service/audit-trail.ts';
import { nextHash } from '#service/chain.ts';
import { MIGRATIONS } from '#service/store/migrations.ts';
import { openForAudit } from '#service/store/sqlite-audit.ts';
import { sqliteStore } from '#service/store/sqlite-store.ts';
import { action, event, hexId } from '#tests/support/make.ts';

/** More than are chained in one go. */
const MANY = 1_100;
const DAMAGED = 700;
const requestOf = (n: number): string => hexId(0xa0 + (n % 3));

test('every old line gets its place in its request’s chain, and new lines go on from there', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'bangban-old-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const path = join(dir, 'old.sqlite');
  const old = new Database(path);
  old.exec(String(MIGRATIONS[0]));
  old.exec('PRAGMA user_version = 1; BEGIN');
  for (const officeId of ['office-1', 'office-2']) {
    let h = '';
    for (let n = 1; n <= MANY; n += 1) {
      const one = event(
        action(n <= 3 ? 'open' : 'add', { id: hexId(n), officeId, requestId: requestOf(n) }),
        { seq: n },
      );
      h = nextHash(h, one);
      const body = n === DAMAGED ? '{' : JSON.stringify(one); // one that was damaged before
      old.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)').run(officeId, n, hexId(n), 'r', h, body);
    }
    old.prepare('INSERT INTO office VALUES (?, ?, ?)').run(officeId, MANY, h);
  }
  old.exec("COMMIT; INSERT INTO worker VALUES ('w', 'office-1', '李敏', '1', 'x')");
  old.close();

  const store = sqliteStore(path);
  expect(await store.worker('w')).toMatchObject({ role: 'worker' }); // there were no others then
  for (const officeId of ['office-1', 'office-2'])
    await store.append(officeId, async (turn) => {
      const { seq, h } = await turn.head();
      const one = event(action('add', { id: hexId(seq + 1), officeId, requestId: requestOf(1) }), {
        seq: seq + 1,
      });
      await turn.append(one, nextHash(h, one), 'r');
    });
  for (const officeId of ['office-1', 'office-2'])
    for (const [n, lines] of [
      [1, 367], // without the damaged one, and with the new one
      [2, 367],
      [3, 366],
    ] as const) {
      const trail = await store.trail(officeId, requestOf(n));
      expect(auditTrail(trail.lines, trail.head), requestOf(n)).toEqual({ sound: true, lines });
    }
  await store.close();

  const reader = openForAudit(path);
  for (const officeId of reader.offices())
    expect(auditOffice(reader.officeLines(officeId), reader.officeHead(officeId))).toMatchObject({
      at: DAMAGED,
      why: 'changed',
    });
  reader.close();
});
