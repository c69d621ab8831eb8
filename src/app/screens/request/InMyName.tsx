/** On a request that others had a hand in: the resident's yes that it waits for, who may act, and what was done. */
import { useDeps } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { HeldMandate } from '#app/screens/done-for-me/HeldMandate.tsx';
import { doneInName } from '#domain/request/may-object.ts';
import type { Request } from '#domain/request/request.ts';
import { DeedTrouble } from './DeedTrouble.tsx';
import { useDeed } from './use-deed.ts';

export function InMyName({ request, now }: { readonly request: Request; readonly now: number }) {
  const t = useT();
  const { base } = useDeps();
  const { state, act } = useDeed(request.id);
  const deeds = doneInName(request);
  const opened = deeds.find(({ kind }) => kind === 'open');
  return (
    <>
      {request.awaits && !request.objected && (
        <>
          <DeedTrouble state={state} />
          <BigButton
            look="main"
            icon="tick"
            busy={state.at === 'keeping'}
            onPress={() => void act({ kind: 'agree', words: '' })}
          >
            {t('request:agree')}
          </BigButton>
          {opened && (
            <BigButton look="plain" icon="warn" href={`${base}/request/${request.id}/object/${opened.id}`}>
              {t('done-for-me:not_right')}
            </BigButton>
          )}
        </>
      )}
      {request.status === 'draft' && (
        <BigButton look="plain" icon="pen" href={`${base}/draft/${request.id}/check`}>
          {t('request:draft.go_on')}
        </BigButton>
      )}
      <HeldMandate request={request} now={now} />
      {deeds.length > 0 && (
        <BigButton look="plain" icon="people" href={`${base}/done-for-me`}>
          {t('done-for-me:title')}
        </BigButton>
      )}
    </>
  );
}
