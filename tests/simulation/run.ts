/**
 * One simulated run: residents and workers act, the line and the batteries fail, the service is put back to
 * older backups; then the weather clears, everybody syncs, and what must hold is asked.
 */
import type { Person } from '#domain/request/action.ts';
import * as outbox from '#storage/outbox.ts';
import { keepMatter } from '#storage/matters.ts';
import { keepOffice } from '#storage/office.ts';
import { shownRequests } from '#storage/shown.ts';
import type { takeTurn } from '#sync/turn.ts';
import {
  COLLEAGUE,
  hexId,
  matter,
  office,
  OFFICE_ID,
  OTHER_RESIDENT,
  RESIDENT,
  WORKER,
} from '#tests/support/make.ts';
import { chance, type Chance } from './chance.ts';
import { chooseDeed } from './deeds.ts';
import { faultsOf } from './faults.ts';
import { Crash, type MakePlug } from './kept-databases.ts';
import { CALM, STORM, virtualCall, virtualTime } from './network.ts';
import { simulatedOffice, type Ask, type ServiceMutant } from './office.ts';

export type Device = {
  readonly person: Person;
  readonly plug: ReturnType<MakePlug>;
  /** Actions whose author was told "kept". */
  readonly told: Set<string>;
  /** Counts the times that the device was started: what belongs to an earlier start is dead. */
  life: number;
  going: number;
  readTo: number;
};

/** The code that is tried: the real one, or a mutant of it. */
export type Code = { readonly takeTurn: typeof takeTurn; readonly service?: ServiceMutant };
export type Size = { readonly acts: number; readonly turns: number };

const LENGTH_MS = 20_000;
const PEOPLE = [RESIDENT, OTHER_RESIDENT, WORKER, COLLEAGUE];
/** Two tabs of one device may sync at once when a lock was taken over. */
const TURNS_AT_ONCE = 2;
const ROUNDS_MOST = 12;

/** What did not hold, in words; empty when all is well. */
export async function simulate(seed: number, code: Code, makePlug: MakePlug, size: Size): Promise<string[]> {
  const luck = chance(seed);
  const time = virtualTime();
  const service = await simulatedOffice(time.clock, code.service);
  let weather = STORM;
  let ids = 0;
  const mistakes: string[] = [];
  const acceptedOnce = new Set<string>();
  let wasRestored = false;
  const newId = (): string => hexId((ids += 1));
  const devices = await Promise.all(PEOPLE.map((person, n) => makeDevice(person, makePlug(`${seed}-${n}`))));

  // 1. What is going to happen.
  for (const device of devices) {
    scatter(luck, size.acts, () => act(device));
    scatter(luck, size.turns, () => turn(device));
    scatter(luck, luck.between(0, 2), () => device.plug.pullIn(luck.between(0, 25)));
  }
  scatter(luck, luck.between(0, 2), async () => {
    for (const { action } of await service.events()) acceptedOnce.add(action.id);
    await service.restore(luck.between(0, (await service.head()).seq));
    wasRestored = true;
  });

  // 2. It happens.
  await runDry();

  // 3. The weather clears, and everybody syncs until nothing moves any more.
  weather = CALM;
  for (const device of devices) {
    device.plug.pullIn(undefined);
    device.life += 1;
    device.going = 0;
  }
  for (let round = 0, before = ''; round < ROUNDS_MOST; round += 1) {
    for (const device of devices) {
      turn(device);
      await runDry();
    }
    const after = JSON.stringify([
      await service.head(),
      ...(await Promise.all(devices.map(({ plug }) => plug.db.outbox.toArray()))),
    ]);
    if (after === before) break;
    before = after;
  }

  // 4. What must hold.
  return [
    ...mistakes,
    ...(await faultsOf(devices, { log: await service.events(), request: service.request, acceptedOnce })),
  ];

  function scatter(chanceOf: Chance, times: number, run: () => unknown): void {
    for (let n = 0; n < times; n += 1) time.at(chanceOf.between(0, LENGTH_MS), run);
  }

  async function runDry(): Promise<void> {
    do {
      await Promise.all(devices.map(({ plug }) => plug.idle()));
      devices.forEach(watchCursor);
    } while (await time.step());
  }

  /** Only a service that was put back may send a device back to the beginning. */
  function watchCursor(device: Device): void {
    const seq = device.plug.cursor?.() ?? 0;
    if (seq < device.readTo && !wasRestored) mistakes.push(`${device.person.id}: the cursor went back`);
    device.readTo = seq;
  }

  async function makeDevice(person: Person, plug: ReturnType<MakePlug>): Promise<Device> {
    await keepOffice(plug.db, office(), {}, 0);
    await keepMatter(plug.db, matter());
    await plug.db.meta.put({ key: 'ballast', value: 'none in a simulation' });
    return { person, plug, told: new Set(), life: 0, going: 0, readTo: 0 };
  }

  async function act(device: Device): Promise<void> {
    const { plug, person, told } = device;
    await alive(device, async () => {
      const deed = chooseDeed(
        luck,
        person,
        (await shownRequests(plug.db)).map(({ request }) => request),
        newId,
      );
      if (!deed) return;
      const kept = await outbox.keep(plug.db, deed, { by: person, at: time.clock.now(), newId });
      if (kept.ok) told.add(kept.value.id);
    });
  }

  function turn(device: Device): void {
    if (device.going >= TURNS_AT_ONCE) return;
    device.going += 1;
    const { life } = device;
    const isAlive = (): boolean => device.life === life;
    const ask: Ask = service.ask;
    const call = virtualCall(
      time,
      luck,
      () => weather,
      (path, init) => ask(device.person, path, init),
      isAlive,
    );
    const line = { call, clock: time.clock };
    const { db } = device.plug;
    const going = { db, line, officeId: OFFICE_ID, officeAt: time.clock.now(), mustYield: () => false };
    void alive(device, () => code.takeTurn(going)).then(() => {
      if (isAlive()) device.going -= 1;
    });
  }

  /** A device that goes dead forgets what it was doing, and starts again with what its database has. */
  async function alive(device: Device, work: () => Promise<unknown>): Promise<void> {
    const { life } = device;
    try {
      await work();
    } catch (trouble) {
      if (!(trouble instanceof Crash) && !isCrash(trouble)) mistakes.push(String(trouble));
      if (device.life !== life) return;
      device.life += 1;
      device.going = 0;
      device.plug.pullIn(undefined);
    }
  }
}

/** Dexie wraps what a transaction failed of. */
function isCrash(trouble: unknown): boolean {
  return (
    trouble instanceof Error &&
    'inner' in trouble &&
    (trouble.inner instanceof Crash || isCrash(trouble.inner))
  );
}
