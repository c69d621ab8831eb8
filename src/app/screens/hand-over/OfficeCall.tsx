/** The office's telephone, for when the pictures and signs do not do. A shared machine only says the number. */
import { useDeps } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import type { Office } from '#domain/office/office.ts';

export function OfficeCall({ office }: { readonly office: Office | undefined }) {
  const t = useT();
  const { base } = useDeps();
  if (!office) return null;
  const text = t('hand-over:call', { number: office.telephone });
  if (base === '/kiosk') return <p>{text}</p>;
  return (
    <BigButton look="quiet" icon="phone" href={`tel:${office.telephone}`}>
      {text}
    </BigButton>
  );
}
