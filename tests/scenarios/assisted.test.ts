/**
 * "Help me", walked from the resident's phone to a worker's device and back, with the real storages of both and
 * the real service; and what happens to a mandate that is changed on the worker's device.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { expect, onTestFinished, test } from 'vitest';
import { codeHashOf, proofOf } from '#protocol/hand-over-marks.ts';
import { REDEEM_PATH, type RedeemReply } from '#protocol/hand-over.ts';
import { runAudit } from '#service/audit-command.ts';
import { officePath, writeOffice } from '#service/office-file.ts';
import { sqliteStore } from '#service/store/sqlite-store.ts';
import { stage } from '#tests/service/stage.ts';
import { keepEvents } from '#storage/facts.ts';
import type { Doing } from '#storage/outbox.ts';
import {
  action,
  answers,
  COLLEAGUE,
  entries,
  hexId,
  offer,
  office,
  OFFICE_ID,
  REQUEST_ID,
  RESIDENT,
  WORKER,
} from '#tests/support/make.ts';
import { world } from '#tests/support/world.ts';

const CODE = 'K7MH4RX2';
const step = { requestId: REQUEST_ID, officeId: OFFICE_ID };
const version = { matterId: 'home-repair', matterVersion: 1 };
const typed = (words: string) => ({ description: { type: 'typed', typed: words } }) as const;

/** A resident who has handed over, and a worker who came with the code. */
async function atTheDesk() {
  const { clock, device, request } = await world();
  const [phone, desk, colleague] = [device(), device(WORKER), device(COLLEAGUE)];
  const codeHash = await codeHashOf(OFFICE_ID, CODE);
  const from = clock.now();
  const until = from + 3_600_000;
  const handOver: Doing = {
    ...step,
    ...version,
    kind: 'hand-over',
    entries: entries(),
    offer: offer({ codeHash, from, until, codeUntil: from + 1_500_000 }),
  };
  await phone.keep(handOver);
  await phone.turn();

  const reply = await desk.call(REDEEM_PATH, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ bangban: 1, code: CODE }),
  });
  const redeemed = (await reply.json()) as RedeemReply; // the reply's shape
  if (redeemed.redeemed !== 'in') throw new Error(redeemed.redeemed);
  await keepEvents(desk.db, redeemed.events);
  const took = await desk.keep({ ...step, kind: 'take-over', proof: '00'.repeat(32) });
  if (!took.ok) throw new Error(took.reason.reason);
  const proof = await proofOf(codeHash, took.value.id, WORKER.id);
  await desk.db.events.update(
    took.value.id,
    { action: { ...took.value, proof } as typeof took.value } /* its kind is known */,
  );
  await desk.turn();
  const handed = redeemed.events[0]?.action.id ?? '';
  return { clock, phone, desk, colleague, request, handed };
}

async function sending(desk: Awaited<ReturnType<typeof atTheDesk>>['desk'], at: number): Promise<Doing> {
  const shown = (await desk.shown(REQUEST_ID))?.request;
  const values = Object.values(shown?.draft?.standing ?? {}).flatMap((all) => all.slice(-1));
  const last = values.find(({ field }) => field === 'description')?.entry;
  const words = last?.type === 'typed' ? last.typed : '';
  return {
    ...step,
    ...version,
    kind: 'open',
    answers: answers({ description: { type: 'words', words } }),
    chosen: Object.fromEntries(values.map(({ field, id }) => [field, id])),
    seen: values.map(({ id }) => id),
    readBack: { at, how: 'pressed' },
    ...(shown?.mandate && { mandate: shown.mandate }),
  };
}

test('a worker fills in, reads back and sends; the resident owns it and sees whose words they are', async () => {
  const { clock, phone, desk, colleague, request, handed } = await atTheDesk();
  await colleague.turn();
  expect(await colleague.list()).toEqual([]);

  const reasons = { description: '听清楚了' };
  const filled = await desk.keep({
    ...step,
    kind: 'fill',
    entries: typed('厨房水管漏水'),
    seen: [handed],
    reasons,
  });
  expect(filled).toMatchObject({ ok: true });
  await desk.turn();
  await phone.turn();
  await phone.keep({
    ...step,
    kind: 'fill',
    entries: { name: { type: 'typed', typed: '王奶奶' } },
    seen: [],
  });
  expect(await desk.keep(await sending(desk, clock.now()))).toMatchObject({ ok: true });
  await desk.turn();
  await phone.turn();
  await desk.turn();
  await colleague.turn();

  const sent = await request(REQUEST_ID);
  expect(sent).toMatchObject({ status: 'open', residentId: 'resident-1', mandate: { helperId: WORKER.id } });
  expect(sent?.given?.['description']).toMatchObject({ teller: 'worker', reason: '听清楚了' });
  expect(sent?.given?.['description']?.earlier).toMatchObject([{ entry: { typed: '厨房水管漏水。' } }]);
  expect(sent?.later).toMatchObject([{ field: 'name', entry: { typed: '王奶奶' } }]);
  for (const one of [phone, desk]) expect((await one.shown(REQUEST_ID))?.request).toEqual(sent);
  const seen = (await colleague.shown(REQUEST_ID))?.request;
  expect(seen?.given).toEqual(sent?.given);
  expect(seen?.later).toEqual(sent?.later);
});

test('a mandate that was made wider in the worker’s own storage is refused', async () => {
  const { clock, desk, request } = await atTheDesk();
  const kept = await desk.db.requests.get(REQUEST_ID);
  if (!kept?.mandate) throw new Error('the worker has a mandate');
  await desk.db.requests.put({
    ...kept,
    mandate: { ...kept.mandate, sensitive: ['name'], until: kept.mandate.until + 1 },
  });
  expect(await desk.keep(await sending(desk, clock.now()))).toMatchObject({ ok: true });
  await desk.turn();
  expect((await request(REQUEST_ID))?.status).toBe('draft');
  expect(await desk.waits()).toMatchObject([{ refused: { reason: 'mandate-not-for-this' } }]);
});

test('what the worker does without a line, after the resident took it back, is refused and stays there', async () => {
  const { phone, desk, request, handed } = await atTheDesk();
  desk.line.up = false;
  const told = { description: 'resident' } as const;
  await desk.keep({ ...step, kind: 'fill', entries: typed('没线时写的'), seen: [handed], told });
  await phone.keep({ ...step, kind: 'end-mandate', words: '' });
  await phone.turn();
  desk.line.up = true;
  await desk.turn();
  expect(JSON.stringify(await request(REQUEST_ID))).not.toContain('没线时写的');
  expect(await desk.waits()).toMatchObject([{ refused: { reason: 'mandate-ended' } }]);
  expect(JSON.stringify(await desk.db.events.toArray())).toContain('没线时写的');
});

test('a word changed in the stored trail of a handed-over request is found, and its line named', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'bangban-assisted-'));
  const path = join(dir, 'bangban.sqlite');
  const store = sqliteStore(path);
  const hand = new Database(path);
  onTestFinished(async () => {
    hand.close();
    await store.close();
    rmSync(dir, { recursive: true });
  });
  await writeOffice(officePath(dir), office());
  const { push } = await stage({ store });
  const codeHash = await codeHashOf(OFFICE_ID, CODE);
  const proof = await proofOf(codeHash, hexId(2), WORKER.id);
  const told = { description: 'resident' } as const;
  await push(RESIDENT, action('hand-over', { id: hexId(1), offer: offer({ codeHash }) }));
  await push(WORKER, action('take-over', { id: hexId(2), proof }));
  const filled = action('fill', {
    id: hexId(3),
    by: WORKER,
    entries: typed('水管漏'),
    seen: [hexId(1)],
    told,
  });
  expect(await push(WORKER, filled)).toMatchObject([{ verdict: 'accepted' }]);
  const audit = async () => {
    const said: string[] = [];
    const end = await runAudit([REQUEST_ID], dir, (text) => said.push(text));
    return { end, last: said.at(-1) };
  };
  expect(await audit()).toMatchObject({ end: 0 });

  hand.prepare("UPDATE event SET body = replace(body, '水管漏', '电灯坏') WHERE seq = 3").run();
  const spoiled = await audit();
  expect(spoiled.end).not.toBe(0);
  expect(spoiled.last).toContain('line 3');
});
