/** Where the request stands: what needs the person first, then what only this device knows, then the office's word. */
import { useT } from '#app/i18n.ts';
import { useDeps } from '#app/deps.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { sayOffice, sayRefused, sayWaiting, waitsForChange, type WordsContext } from '#app/request-words.ts';
import type { Shown } from '#storage/shown.ts';

export function StateNotices({ shown, context }: { readonly shown: Shown; readonly context: WordsContext }) {
  const t = useT();
  const { base } = useDeps();
  const refused = sayRefused(shown, context);
  const waiting = sayWaiting(shown, context);
  const office =
    shown.where === 'office' && !waitsForChange(shown) ? sayOffice(shown.request, context) : undefined;
  const said = [refused, waiting, office].flatMap((one) => (one ? [one] : []));
  return (
    <>
      {said.map(({ tone, icon, title, line }) => (
        <Notice key={title} tone={tone} icon={icon} title={title} live>
          {line}
        </Notice>
      ))}
      {refused && (
        <BigButton look="main" href={`${base}/request/${shown.request.id}/mend`}>
          {t('request:refused.mend')}
        </BigButton>
      )}
    </>
  );
}
