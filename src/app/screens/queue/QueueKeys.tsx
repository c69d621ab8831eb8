/** The short cuts, in sight of whoever may use them. They are turned off in the settings. */
import { useT } from '#app/i18n.ts';
import '#app/parts/key-hint.css';

export function QueueKeys() {
  const t = useT();
  const keys = [
    [['/'], t('queue:keys.search')],
    [['J', 'K'], t('queue:keys.move')],
    [['Enter'], t('queue:keys.open')],
    [['T'], t('queue:keys.take')],
    [['Esc'], t('queue:keys.back')],
  ] as const;
  return (
    <ul class="hall-keys" aria-label={t('queue:keys.title')}>
      {keys.map(([pressed, does]) => (
        <li key={does}>
          <span class="key-hint">
            {pressed.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </span>{' '}
          {does}
        </li>
      ))}
    </ul>
  );
}
