/** One worker at work: their database and sending are open for as long as this is shown. */
import { useLocation } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { DepsContext } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import { ActingGate } from '#app/screens/acting/ActingGate.tsx';
import { HallSettingsScreen } from '#app/screens/hall-settings/HallSettingsScreen.tsx';
import { QueueScreen } from '#app/screens/queue/QueueScreen.tsx';
import { readHallSettings, writeHallSettings } from '#storage/hall-settings.ts';
import { forgetOfficeKey } from '#storage/office-key.ts';
import type { WorkerAccount } from '#storage/worker-account.ts';
import { HallContext } from './hall-context.ts';
import { HallFrame } from './HallFrame.tsx';
import { hallPlace } from './hall-place.ts';
import type { HallWorld } from './hall-world.ts';
import { openDesk, type Desk } from './open-desk.ts';
import { useOfficeKey } from './use-office-key.ts';

type Props = {
  readonly world: HallWorld;
  readonly worker: WorkerAccount;
  readonly signInAgain: () => void;
  readonly leave: (serviceKnows: boolean) => void;
};

export function HallDesk({ world, worker, signInAgain, leave }: Props) {
  const t = useT();
  const { path } = useLocation();
  const [settings, setSettings] = useState(readHallSettings);
  const [desk, setDesk] = useState<Desk>();

  useEffect(() => {
    const opened = openDesk(world, worker);
    setDesk(opened);
    return opened.close;
  }, [world, worker.id]); // the same worker with a new telephone keeps the desk

  useOfficeKey(desk?.deps);
  if (!desk) return <main class="hall-opening">{t('common:loading')}</main>;

  const place = hallPlace(path);
  return (
    <DepsContext.Provider value={desk.deps}>
      <HallContext.Provider
        value={{
          worker,
          settings,
          change: (changed) => setSettings(writeHallSettings(changed)),
          signInAgain,
          // What opens residents' letters goes first, whatever the service says.
          leave: (serviceKnows) =>
            void forgetOfficeKey(desk.deps.db)
              .catch(() => undefined) // a lost database holds no key
              .then(() => leave(serviceKnows)),
        }}
      >
        <ActingGate atHelp={place.at === 'help'}>
          <HallFrame>
            {place.at === 'settings' ? (
              <HallSettingsScreen />
            ) : (
              <QueueScreen requestId={place.at === 'request' ? place.requestId : undefined} />
            )}
          </HallFrame>
        </ActingGate>
      </HallContext.Provider>
    </DepsContext.Provider>
  );
}
