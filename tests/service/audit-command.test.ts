/** Hands in the SQLite file itself, while the service has it open: what `npm run audit` says afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Event, Kind } from '#domain/request/action.ts';
import { numberFor } from '#domain/request/number.ts';
import { runAudit } from '#service/audit-command.ts';
import { nextHash } from '#service/chain.ts';
import { officePath, writeOffice } from '#service/office-file.ts';
import { sqliteStore } from '#service/store/sqlite-store.ts';
import { action, hexId, office, OTHER_RESIDENT, REQUEST_ID } from '#tests/support/make.ts';
import { stage } from './stage.ts';

const OTHER_REQUEST = hexId(0xbb);
const WORDS = ['王秀兰', '漏水', '还在流', '师傅下午到', '换了新水管', '13800138000'];

/** Seq 1, 3, 4, 5 and 6 are lines 1 to 5 of one request; seq 2 is another's. */
async function desk() {
  const dir = mkdtempSync(join(tmpdir(), 'bangban-audit-'));
  const path = join(dir, 'bangban.sqlite');
  const store = sqliteStore(path);
  const hand = new Database(path);
  onTestFinished(async () => {
    hand.close();
    await store.close();
    rmSync(dir, { recursive: true });
  });
  await writeOffice(officePath(dir), office());
  const { push, clock } = await stage({ store });
  const file = async (n: number, kind: Kind, over: object = {}): Promise<void> => {
    const done = action(kind, { id: hexId(n), ...over });
    expect(await push(done.by, done)).toMatchObject([{ verdict: 'accepted' }]);
    clock.now += 60_000;
  };
  await file(1, 'open');
  await file(2, 'open', { requestId: OTHER_REQUEST, by: OTHER_RESIDENT });
  await file(3, 'add');
  await file(4, 'take');
  await file(5, 'write');
  await file(6, 'finish');
  const audit = async (...asked: string[]) => {
    const said: string[] = [];
    const end = await runAudit(asked, dir, (text) => said.push(text));
    return { end, said, last: said.at(-1) };
  };
  const row = (seq: number) => hand.prepare('SELECT * FROM event WHERE seq = ?').all(seq)[0] as Row; // the table's columns
  return { dir, path, store, hand, audit, file, row };
}
type Row = { id: string; body: string; rh: string; h: string };
type Desk = Awaited<ReturnType<typeof desk>>;
/** The event of a row with one thing in it changed. */
const rewritten = (body: string): Event => {
  const event = JSON.parse(body) as Event; // written by the service
  return { ...event, stamp: { ...event.stamp, receivedAt: event.stamp.receivedAt + 1 } };
};

describe('a trail that nobody touched', () => {
  test('has a line for each thing that happened, in the office’s time, and is sound', async () => {
    const { audit } = await desk();
    expect(await audit(REQUEST_ID)).toEqual({
      end: 0,
      said: [
        '     1  2026-03-04 10:00  open       resident  ok',
        '     3  2026-03-04 10:02  add        resident  ok',
        '     4  2026-03-04 10:03  take       worker    ok',
        '     5  2026-03-04 10:04  write      worker    ok',
        '     6  2026-03-04 10:05  finish     worker    ok',
        `request ${REQUEST_ID}: SOUND, 5 lines`,
      ],
      last: `request ${REQUEST_ID}: SOUND, 5 lines`,
    });
  });

  test('is found by the number that is read out, however it is grouped', async () => {
    const { audit } = await desk();
    const number = numberFor(2);
    const grouped = `${number.slice(0, 3)} ${number.slice(3, 6)}-${number.slice(6)}`;
    expect((await audit(grouped)).last).toBe(`request ${OTHER_REQUEST}: SOUND, 1 line`);
  });

  test('is sound with all others and with the office’s own chain', async () => {
    const { audit } = await desk();
    const { end, said } = await audit('--all');
    expect(end).toBe(0);
    expect(said).toEqual(['office office-1: SOUND, 6 lines', '2 requests: 2 sound, 0 broken']);
  });

  test.each([[hexId(1)], [numberFor(77)], ['王秀兰'], []])('%s is no request', async (...asked) => {
    const { audit } = await desk();
    expect((await audit(...asked)).end).toBe(2);
  });
});

describe('a trail that somebody changed in the file', () => {
  const deeds: readonly (readonly [string, (desk: Desk) => unknown, string, string?])[] = [
    [
      'one byte of a line’s words',
      ({ hand }) => hand.exec("UPDATE event SET body = replace(body, '还在流', '还在溜') WHERE seq = 3"),
      'line 2 (seq 3), changed',
    ],
    [
      'a byte that is no text at all',
      ({ hand }) =>
        hand.exec(
          "UPDATE event SET body = CAST(x'ff' || substr(CAST(body AS BLOB), 2) AS TEXT) WHERE seq = 3",
        ),
      'line 2 (seq 3), changed',
    ],
    [
      'nothing but a space put between',
      ({ hand }) => hand.exec(`UPDATE event SET body = replace(body, '"stamp":', '"stamp": ') WHERE seq = 3`),
      'line 2 (seq 3), changed',
    ],
    [
      'brackets that no program reads to their end',
      ({ hand }) =>
        hand.exec(
          `UPDATE event SET body = replace(body, '"photos":[]', '"photos":${'['.repeat(4_000)}${']'.repeat(4_000)}') WHERE seq = 3`,
        ),
      'line 2 (seq 3), changed',
    ],
    [
      'a word put where a kind should be',
      ({ hand }) =>
        hand.exec(`UPDATE event SET body = replace(body, '"kind":"add"', '"kind":"王秀兰"') WHERE seq = 3`),
      'line 2 (seq 3), changed',
    ],
    [
      'an action’s id, beside the words',
      ({ hand }) => hand.exec(`UPDATE event SET id = '${hexId(99)}' WHERE seq = 4`),
      'line 3 (seq 4), changed',
    ],
    [
      'words, with the line’s own hash done anew',
      ({ hand, row }) => {
        const event = rewritten(row(4).body);
        hand
          .prepare('UPDATE event SET body = ?, rh = ? WHERE seq = 4')
          .run(JSON.stringify(event), nextHash(row(3).rh, event));
      },
      'line 3 (seq 4), changed',
    ],
    [
      'a line in the middle taken out',
      ({ hand }) => hand.exec('DELETE FROM event WHERE seq = 4'),
      'line 3 (seq 5), missing',
    ],
    [
      'the first line taken out',
      ({ hand }) => hand.exec('DELETE FROM event WHERE seq = 1'),
      'line 1 (seq 3), missing',
    ],
    [
      'a line given to another request',
      ({ hand }) => hand.exec(`UPDATE event SET request_id = '${OTHER_REQUEST}' WHERE seq = 4`),
      'line 3 (seq 5), missing',
    ],
    [
      'the last line taken out',
      ({ hand }) => hand.exec('DELETE FROM event WHERE seq = 6'),
      'line 5 (seq 5), cut-short',
    ],
    [
      'two lines changed round',
      ({ hand }) =>
        hand.exec(
          'UPDATE event SET seq = 0 WHERE seq = 3; UPDATE event SET seq = 3 WHERE seq = 5; UPDATE event SET seq = 5 WHERE seq = 0',
        ),
      'line 2 (seq 3), out-of-order',
    ],
    [
      'a line put in, with its own hash',
      ({ hand, row }) => {
        hand.exec('DELETE FROM event WHERE seq = 2');
        const event: Event = {
          action: action('add', { id: hexId(99), words: '不用修了。' }),
          stamp: { seq: 2, receivedAt: 5 },
        };
        hand
          .prepare(
            'INSERT INTO event SELECT office_id, 2, ?, resident_id, h, ?, request_id, ?, for_readers FROM event WHERE seq = 1',
          )
          .run(event.action.id, JSON.stringify(event), nextHash(row(1).rh, event));
      },
      'line 2 (seq 2), inserted',
    ],
    [
      'a line put behind, with its own hash',
      ({ hand, row }) => {
        const event: Event = {
          action: action('reopen', { id: hexId(99) }),
          stamp: { seq: 7, receivedAt: 5 },
        };
        hand
          .prepare(
            'INSERT INTO event SELECT office_id, 7, ?, resident_id, h, ?, request_id, ?, for_readers FROM event WHERE seq = 6',
          )
          .run(event.action.id, JSON.stringify(event), nextHash(row(6).rh, event));
      },
      'line 6 (seq 7), inserted',
    ],
    [
      'every line taken out',
      ({ hand }) => hand.exec('DELETE FROM event WHERE seq <> 2'),
      'line 1 (seq 0), cut-short',
    ],
    [
      'its end forgotten',
      ({ hand }) => hand.exec('DELETE FROM trail'),
      'line 6 (seq 6), cut-short',
      'office sound',
    ],
  ];
  for (const [what, deed, told, isOfficeSound] of deeds)
    test(`${what}: the line is named, in the request’s own audit and in that of all`, async () => {
      const { audit, hand, row, ...rest } = await desk();
      deed({ audit, hand, row, ...rest });
      const one = await audit(REQUEST_ID);
      expect(one.last).toContain(`BROKEN at ${told}`);
      expect(one.end).toBe(1);
      const all = await audit('--all');
      expect(all.end).toBe(1);
      expect(all.said).toContain(one.last);
      const isMoved = what.startsWith('a line given');
      expect(all.said.join('\n')).toMatch(
        (isOfficeSound ?? isMoved) ? /office office-1: SOUND/u : /office office-1: BROKEN/u,
      );
      for (const words of [...WORDS, '不用修了', '还在溜'])
        expect([...one.said, ...all.said].join('\n')).not.toContain(words);
    });

  test('is told line by line: what is before the fault holds, what is behind is not judged', async () => {
    const { audit, hand } = await desk();
    hand.exec('DELETE FROM event WHERE seq = 4');
    expect((await audit(REQUEST_ID)).said.map((line) => line.slice(26))).toEqual([
      'open       resident  ok',
      'add        resident  ok',
      '',
      'write      worker    not judged',
      'finish     worker    not judged',
      expect.stringContaining('missing') as string,
    ]);
  });

  test('goes on being found when the service has written behind it', async () => {
    const { audit, hand, file } = await desk();
    hand.exec('DELETE FROM event WHERE seq = 6');
    await file(7, 'open', { requestId: hexId(0xcc) });
    await file(8, 'reopen');
    expect((await audit(REQUEST_ID)).last).toContain('BROKEN at line 5 (seq 8), missing');
  });

  test('another request’s line is not taken for this one’s, even with all hashes of this one done anew', async () => {
    const { audit, hand, file, row } = await desk();
    await file(7, 'add', { requestId: OTHER_REQUEST, by: OTHER_RESIDENT });
    const rh = nextHash(row(6).rh, JSON.parse(row(7).body) as Event); // written by the service
    hand.exec(`UPDATE event SET request_id = '${REQUEST_ID}', rh = '${rh}' WHERE seq = 7;
      UPDATE trail SET lines = 6, rh = '${rh}' WHERE request_id = '${REQUEST_ID}'`);
    expect((await audit(REQUEST_ID)).last).toContain('BROKEN at line 6 (seq 7), changed');
  });

  test('is found by its number also without its first line, and by its id when only its end is known', async () => {
    const { audit, hand } = await desk();
    hand.exec('DELETE FROM event WHERE seq = 1');
    expect((await audit(numberFor(1))).last).toContain('BROKEN at line 1 (seq 3), missing');
    hand.exec(`DELETE FROM event; DELETE FROM request`);
    expect((await audit(REQUEST_ID)).last).toContain('BROKEN at line 1 (seq 0), cut-short');
  });

  test('a whole request taken out is found in the office’s chain', async () => {
    const { audit, hand } = await desk();
    hand.exec(`DELETE FROM event WHERE seq = 2; DELETE FROM trail WHERE request_id = '${OTHER_REQUEST}';
      DELETE FROM request WHERE id = '${OTHER_REQUEST}'`);
    expect((await audit(OTHER_REQUEST)).end).toBe(2);
    const { end, said } = await audit('--all');
    expect([end, said[0]]).toEqual([
      1,
      expect.stringContaining('office office-1: BROKEN at line 2 (seq 3), missing'),
    ]);
  });

  test('every single byte of a line is guarded', async () => {
    const { audit, hand, row } = await desk();
    const bytes = Buffer.from(row(4).body);
    for (const place of bytes.keys()) {
      const flipped = Buffer.from(bytes);
      flipped[place] = (bytes[place] ?? 0) ^ (1 << place % 8);
      hand.exec(`UPDATE event SET body = CAST(x'${flipped.toString('hex')}' AS TEXT) WHERE seq = 4`);
      expect((await audit(REQUEST_ID)).last, String(place)).toContain('BROKEN at line 3 (seq 4), changed');
    }
  });
});
