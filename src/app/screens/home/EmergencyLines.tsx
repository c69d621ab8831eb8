/** Where life or property is in danger no form helps: the public emergency numbers, one press each. */
import { useT } from '#app/i18n.ts';
import { Icon } from '#app/parts/Icon.tsx';

const LINES = ['110', '119', '120'] as const;

export function EmergencyLines() {
  const t = useT();
  return (
    <section class="emergency" aria-labelledby="emergency-title">
      <h2 id="emergency-title">{t('home:emergency')}</h2>
      <ul>
        {LINES.map((number) => (
          <li key={number}>
            <a href={`tel:${number}`}>
              <Icon name="phone" />
              <span>{t(`home:emergency.${number}`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
