/** What must hold when everything has come to rest. Each fault is named in words, for a failing seed to be understood. */
import { STANDS_ON_ANOTHER, type Event } from '#domain/request/action.ts';
import { mayAct } from '#domain/request/may-act.ts';
import { fold, type Request } from '#domain/request/request.ts';
import type { AppDatabase } from '#storage/database.ts';
import * as facts from '#storage/facts.ts';
import { shownRequests } from '#storage/shown.ts';
import type { Device } from './run.ts';

export type Truth = {
  readonly log: readonly Event[];
  readonly request: (id: string) => Promise<Request | undefined>;
  /** What stood in a log that was put back to an older backup since. */
  readonly acceptedOnce: ReadonlySet<string>;
};

export async function faultsOf(devices: readonly Device[], truth: Truth): Promise<string[]> {
  const { log } = truth;
  const faults: string[] = [];
  const inLog = new Set(log.map(({ action }) => action.id));
  const steps = new Set(log.map(({ action }) => `${action.device} ${action.dseq}`));
  if (inLog.size !== log.length || steps.size !== log.length) faults.push('a step is in the log twice');
  log.forEach(
    ({ stamp }, at) => stamp.seq === at + 1 || faults.push(`line ${at + 1} has the place ${stamp.seq}`),
  );

  for (const device of devices) {
    for (const fault of await faultsOn(device, truth, inLog)) faults.push(`${device.person.id}: ${fault}`);
  }
  return faults;
}

async function faultsOn(
  { person, plug: { db }, told }: Device,
  { log, request: find, acceptedOnce }: Truth,
  inLog: ReadonlySet<string>,
): Promise<string[]> {
  const faults: string[] = [];
  const rows = new Map((await db.outbox.toArray()).map((row) => [row.id, row]));
  const shown = await shownRequests(db);
  const explained = new Set(shown.flatMap(({ refused }) => refused.map(({ actionId }) => actionId)));

  // What somebody was told is kept is in the log, or refused with its reason on the screen; never both, never neither.
  const own = (await db.events.toArray())
    .filter((event) => event.action.by.id === person.id)
    .map(({ id }) => id);
  for (const id of new Set([...told, ...own])) {
    const row = rows.get(id);
    if (row?.state === 'waiting' && !(await standsOnNothing(db, id))) faults.push(`${id} still waits`);
    if (!row && !inLog.has(id)) faults.push(`${id} is lost`);
    if (row?.state === 'refused' && inLog.has(id)) faults.push(`${id} is refused here and accepted there`);
    if (row?.state === 'refused' && !explained.has(id)) faults.push(`${id} is refused and nobody is told`);
    if (acceptedOnce.has(id) && row?.refused && STANDS_ON_ANOTHER.includes(row.refused.reason))
      faults.push(`${id} was accepted once, and is refused because a backup lacked what it stands on`);
  }

  /**
   * A step may go on waiting after a restore when what it stood on was offered again too, and was refused for
   * good: a colleague had been quicker this time. Its author is told that it waits, which is so.
   */
  async function standsOnNothing(kept: AppDatabase, id: string): Promise<boolean> {
    const action = (await kept.events.get(id))?.action;
    if (!action || acceptedOnce.size === 0) return false;
    const refused = mayAct(await find(action.requestId), action, { matter: undefined, office: undefined });
    return refused !== undefined && STANDS_ON_ANOTHER.includes(refused.reason);
  }

  // The device has folded exactly what it may see, to the end of the log.
  const mine = new Set(
    log
      .filter(({ action }) => action.kind === 'open' && action.by.id === person.id)
      .map(({ action }) => action.requestId),
  );
  const visible = log.filter(({ action }) => person.role === 'worker' || mine.has(action.requestId));
  const ids = new Set(visible.map(({ action }) => action.requestId));
  const kept = new Map((await db.requests.toArray()).map((request) => [request.id, request]));
  for (const id of new Set([...ids, ...kept.keys()])) {
    const folded = fold(
      undefined,
      visible.filter(({ action }) => action.requestId === id),
    );
    if (JSON.stringify(kept.get(id)) !== JSON.stringify(folded))
      faults.push(`request ${id} is not what the log says`);
    if (JSON.stringify(kept.get(id)) !== JSON.stringify(await find(id)))
      faults.push(`request ${id} is not the service’s`);
    if (!shown.some(({ request }) => request.id === id)) faults.push(`request ${id} is not shown`);
  }
  const last = log.at(-1)?.stamp.seq ?? 0;
  const { seq } = await facts.cursor(db);
  if (seq !== last) faults.push(`the cursor is at ${seq} of ${last}`);
  return faults;
}
