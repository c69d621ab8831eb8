/** What the resident can do now. What is too late is not offered; a person to call always is. */
import { useDeps } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { waitsForChange } from '#app/request-words.ts';
import type { Shown } from '#storage/shown.ts';

export function RequestActs({ shown }: { readonly shown: Shown }) {
  const t = useT();
  const { base } = useDeps();
  const { request } = shown;
  const here = `${base}/request/${request.id}`;
  if (shown.where === 'refused' || waitsForChange(shown)) return null;
  const name = request.answerable?.name ?? t('request:state.office');
  switch (request.status) {
    case 'open':
      return (
        <>
          <p>{t('request:act.add_until')}</p>
          <BigButton look="plain" icon="pen" href={`${here}/add`}>
            {t('request:act.add')}
          </BigButton>
          <BigButton look="quiet" href={`${here}/withdraw`}>
            {t('request:act.withdraw')}
          </BigButton>
        </>
      );
    case 'taken':
      return (
        <BigButton look="plain" icon="pen" href={`${here}/add`}>
          {t('request:act.answer', { name })}
        </BigButton>
      );
    case 'done':
      return (
        <>
          {!request.rating && (
            <BigButton look="plain" icon="star" href={`${here}/rate`}>
              {t('request:act.rate')}
            </BigButton>
          )}
          <BigButton look="plain" href={`${here}/reopen`}>
            {t('request:act.reopen')}
          </BigButton>
        </>
      );
    case 'draft':
    case 'withdrawn':
    case 'ended':
      return null;
  }
}
