/** The ways without a phone: the window, the telephone, a visit at home. None of them ever closes. */
import { useDeps } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import { useOffice } from '#app/frame/use-office.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { useWords } from '#app/use-words.ts';
import type { Matter } from '#domain/matter/matter.ts';

export function OtherWays({ matter: { withoutPhone } }: { readonly matter: Matter }) {
  const t = useT();
  const words = useWords();
  const office = useOffice();
  const { base } = useDeps();
  return (
    <section class="matter-part">
      <h2>{t('matter:other_ways')}</h2>
      <dl class="matter-list">
        <div>
          <dt>{t('matter:other_ways.window')}</dt>
          <dd>{words(withoutPhone.window)}</dd>
        </div>
        <div>
          <dt>{t('matter:other_ways.telephone')}</dt>
          <dd>{words(withoutPhone.telephone)}</dd>
        </div>
        <div>
          <dt>{t('matter:other_ways.home')}</dt>
          <dd>{words(withoutPhone.homeVisit)}</dd>
        </div>
      </dl>
      {office && base !== '/kiosk' && (
        <BigButton look="plain" icon="phone" href={`tel:${office.telephone}`}>
          {office.telephone}
        </BigButton>
      )}
    </section>
  );
}
