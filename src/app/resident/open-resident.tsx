/**
 * Opens the resident's way, on the own phone or on a shared device: the person's database first, the
 * screens next, and the sending once something can be seen.
 */
import { makeSyncRoom } from '#app/sync-room.ts';
import { firstScreen } from '#app/frame/first-screen.ts';
import { startWatching } from '#app/frame/use-new-version.ts';
import type { Deps } from '#app/deps.ts';
import { newSecret, readAccount, writeAccount } from '#storage/account.ts';
import { openDatabase, type AppDatabase } from '#storage/database.ts';
import type { Settings } from '#storage/device.ts';
import { readOffice } from '#storage/office.ts';
import { phoneAccount } from '#storage/phone-account.ts';
import { randomId } from '#storage/random-id.ts';
import { readPlace } from '#storage/place.ts';
import { visitId } from '#kiosk/visit-id.ts';
import { ResidentApp } from './ResidentApp.tsx';
import { fetchLaterScreens } from './later.ts';

export async function openResident(base: '' | '/kiosk', settings: Settings) {
  // A visit on a shared device is a person of its own, with a database of its own.
  const accountId = base === '/kiosk' ? visitId(randomId) : await phoneAccount();
  const db = openDatabase(accountId);
  const isStart = base === '' && window.location.pathname === '/';
  const [account, office, place] = await Promise.all([
    openAccount(db, accountId),
    readOffice(db),
    isStart ? readPlace(db) : undefined,
  ]);
  const officeId = office?.office.id ?? account.officeId;
  const room = makeSyncRoom();

  const deps: Deps = {
    db,
    now: () => Date.now(),
    newId: randomId,
    person: { id: account.id, role: 'resident' },
    base,
    officeId,
    nudgeSync: room.nudge,
    syncNews: room.news,
    call: (path, init) => room.call(path, init, { authorization: `Bearer ${account.id}.${account.secret}` }),
  };

  // A killed tab opens again at the question where it was.
  if (place !== undefined) window.history.replaceState(null, '', place);

  void firstScreen.then(() => startLater(deps, room, base));
  return <ResidentApp deps={deps} startsAt={settings.started ? 'home' : 'welcome'} />;
}

async function openAccount(db: AppDatabase, accountId: string) {
  const known = await readAccount(db);
  if (known) return known;
  const account = { id: accountId, role: 'resident', officeId: __OFFICE_ID__, secret: newSecret() } as const;
  await writeAccount(db, account);
  return account;
}

/** What the first screen does not need. */
async function startLater(deps: Deps, room: ReturnType<typeof makeSyncRoom>, base: string): Promise<void> {
  await fetchLaterScreens();
  await room.start({ db: deps.db, call: deps.call, officeId: deps.officeId });
  const { followDrafts } = await import('./follow-drafts.ts');
  followDrafts(deps);
  if (import.meta.env.PROD) await startWatching();
  if (base === '/kiosk') {
    const [{ sweepVisits }, { sendLeft }] = await Promise.all([
      import('#kiosk/sweep.ts'),
      import('./send-left.ts'),
    ]);
    await sweepVisits(deps.db.name, { send: (left) => sendLeft(left, room.call) });
  }
}
