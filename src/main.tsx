/**
 * Puts the app together: the only place with the real clock, ids, chance, network and settings.
 *
 * One page serves three entrances: a resident's own phone (/), a shared device (/kiosk), the hall (/hall).
 * The resident's way is here whole, for it must be light on a poor line; the hall's is fetched.
 */
import { render } from 'preact';
import { startWords } from '#app/i18n.ts';
import { openResident } from '#app/resident/open-resident.tsx';
import { readSettings } from '#storage/device.ts';
import './app/theme.css';

const settings = readSettings();
document.documentElement.dataset['size'] = settings.size;
document.documentElement.dataset['theme'] = settings.theme;

// Not awaited at the top: the pieces that are fetched here import this one, and would wait for it for ever.
void start(window.location.pathname.split('/')[1]);

async function start(entrance: string | undefined): Promise<void> {
  const root = document.getElementById('app');
  if (!root) throw new Error('index.html has no #app');

  if (entrance === 'hall') {
    const [{ HallStart }] = await Promise.all([
      import('./app/hall/HallStart.tsx'),
      startWords(settings.language, ['first', 'rest', 'hall']),
    ]);
    return render(<HallStart />, root);
  }
  if (import.meta.env.DEV && entrance === 'examples') {
    const [{ ExamplesScreen }] = await Promise.all([
      import('./app/screens/examples/ExamplesScreen.tsx'),
      startWords(settings.language),
    ]);
    return render(<ExamplesScreen />, root);
  }
  await startWords(settings.language);
  render(await openResident(entrance === 'kiosk' ? '/kiosk' : '', settings), root);
}
