/**
 * What becomes of the data, before the first of it is given: who, why, how, which, how long, what
 * rights (PIPL Art. 17). Built from the matter and the office, so that it cannot drift from what is asked.
 */
import { useDeps } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import { useOffice } from '#app/frame/use-office.ts';
import { useWords } from '#app/use-words.ts';
import type { Field, Matter } from '#domain/matter/matter.ts';

export function Privacy({ matter }: { readonly matter: Matter }) {
  const t = useT();
  const words = useWords();
  const office = useOffice();
  const { base } = useDeps();
  const labels = (fields: readonly Field[]) => fields.map((field) => words(field.label)).join(' · ');
  const sensitive = matter.fields.filter((field) => field.sensitive);
  const who = office
    ? t('matter:privacy.who.line', {
        who: words(office.operator.name),
        contact: words(office.operator.dataContact.name),
        number: office.operator.dataContact.telephone,
      })
    : t('matter:privacy.who.unknown');

  const lines: readonly (readonly [what: string, line: string])[] = [
    [t('matter:privacy.who'), who],
    [t('matter:privacy.why'), t('matter:privacy.why.line')],
    [
      t('matter:privacy.how'),
      base === '/kiosk' ? t('matter:privacy.how.kiosk') : t('matter:privacy.how.line'),
    ],
    [t('matter:privacy.which'), labels(matter.fields)],
    ...(sensitive.length > 0
      ? [
          [
            t('matter:privacy.sensitive'),
            t('matter:privacy.sensitive.line', { labels: labels(sensitive) }),
          ] as const,
        ]
      : []),
    [
      t('matter:privacy.long'),
      t('matter:privacy.long.line', { number: Math.max(0, ...matter.fields.map((field) => field.keepDays)) }),
    ],
    [t('matter:privacy.rights'), t('matter:privacy.rights.line')],
  ];

  return (
    <section class="matter-part">
      <h2>{t('matter:privacy')}</h2>
      <dl class="matter-list">
        {lines.map(([what, line]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{line}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
