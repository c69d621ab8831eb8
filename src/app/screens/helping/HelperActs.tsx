/** What a helper can do on a request that was filed for somebody: add to it in time. To rate or call it off is the owner's alone. */
import { useDeps } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import type { Request } from '#domain/request/request.ts';

type Props = { readonly request: Request; readonly elder: string; readonly now: number };

export function HelperActs({ request, elder: name, now }: Props) {
  const t = useT();
  const { person } = useDeps();
  const { mandate } = request;
  const mayAdd =
    request.status === 'open' &&
    mandate?.helperId === person.id &&
    mandate.powers.includes('add') &&
    !request.mandateEnded &&
    now <= mandate.until;
  return (
    <>
      {mayAdd && (
        <>
          <p>{t('family:request.add_until', { name })}</p>
          <BigButton look="plain" icon="pen" href={`/request/${request.id}/add`}>
            {t('request:act.add')}
          </BigButton>
        </>
      )}
      <p>{t('family:request.own', { name })}</p>
    </>
  );
}
