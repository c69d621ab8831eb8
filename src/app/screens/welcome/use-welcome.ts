/** The first start: what the person chooses is shown and kept at once, and can be changed for ever after. */
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { homePath } from '#app/home-path.ts';
import { changeLanguage, type Language } from '#app/i18n.ts';
import { writeSettings, type Settings } from '#storage/device.ts';

export function useWelcome() {
  const { base } = useDeps();
  const { path, route } = useLocation();
  const [size, setSize] = useState<Settings['size']>();

  return {
    size,
    chooseSize: (chosen: Settings['size']) => {
      setSize(chosen);
      document.documentElement.dataset['size'] = chosen;
      writeSettings({ size: chosen });
    },
    chooseLanguage: async (language: Language) => {
      writeSettings({ language });
      await changeLanguage(language);
    },
    start: () => {
      writeSettings({ started: true });
      // Home may be this very path: the router draws again only when the address changes.
      const home = homePath(base);
      route(path === home ? `${home}?started` : home, true);
    },
  };
}
