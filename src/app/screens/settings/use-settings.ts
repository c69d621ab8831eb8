/** How the app looks on this device, what it keeps here, and how to take that away. */
import { useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { changeLanguage, type Language } from '#app/i18n.ts';
import { useLive } from '#app/use-live.ts';
import { readSettings, writeSettings, type Settings } from '#storage/device.ts';
import { forgetPhone } from '#storage/forget.ts';
import { hasUnsent, keptHere } from '#storage/kept-here.ts';
import { roomFor } from '#storage/room.ts';

/** About a photo: what "room" means to a person. */
const PHOTO_BYTES = 1024 * 1024;

/** `unread`: one must say first what becomes of the unsent. `failed`: nothing is claimed to be gone. */
export type Forgetting = 'not-asked' | 'asked' | 'unread' | 'working' | 'failed';

export function useSettings(leave: () => void) {
  const { db } = useDeps();
  const [settings, setSettings] = useState(readSettings);
  const kept = useLive(() => keptHere(db), [db]);
  const room = useLive(() => roomFor(PHOTO_BYTES), []);
  const [forgetting, setForgetting] = useState<Forgetting>('not-asked');
  const [unsentToo, setUnsentToo] = useState<'wait' | 'remove'>();

  function change(part: Partial<Settings>): void {
    writeSettings(part);
    const next = { ...settings, ...part };
    setSettings(next);
    document.documentElement.dataset['size'] = next.size;
    document.documentElement.dataset['theme'] = next.theme;
  }

  async function forget(): Promise<void> {
    if (!kept || forgetting === 'working') return;
    if (hasUnsent(kept) && unsentToo !== 'remove')
      return setForgetting(unsentToo === 'wait' ? 'not-asked' : 'unread');
    setForgetting('working');
    try {
      await forgetPhone(db);
    } catch {
      return setForgetting('failed'); // the database could not be deleted: it is all still here
    }
    leave();
  }

  return {
    settings,
    change,
    chooseLanguage: async (language: Language) => {
      change({ language });
      await changeLanguage(language);
    },
    kept,
    room,
    forgetting,
    askForget: () => setForgetting('asked'),
    keepAll: () => setForgetting('not-asked'),
    unsentToo,
    setUnsentToo,
    forget,
  };
}

/** A new page, so that nothing of the old one is left in memory. */
export function leaveForFirstStart(): void {
  window.location.replace('/');
}
