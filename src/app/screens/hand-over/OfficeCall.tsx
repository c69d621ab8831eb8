/** The office's telephone, for when the pictures and signs do not do. A shared machine only says the number. */
import { useDeps } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import type { Office } from '#domain/office/office.ts';

export function OfficeCall({ office }: { readonly office: Office | undefined }) {
  const t = useT();
  const { base } = useDeps();
  if (!office) return null;
  // A number that breaks over two lines is dialled wrongly.
  const whole = office.telephone.replaceAll('-', '\u2011').replaceAll(' ', '\u00a0');
  const text = t('hand-over:call', { number: whole });
  if (base === '/kiosk') return <p>{text}</p>;
  return (
    <BigButton look="quiet" icon="phone" href={`tel:${office.telephone}`}>
      {text}
    </BigButton>
  );
}
