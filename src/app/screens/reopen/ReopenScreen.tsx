/** "Not solved": the same person has it again, and it counts as going on. Words are welcome, not asked for. */
import { useDeps } from '#app/deps.ts';
import { Page } from '#app/frame/Page.tsx';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { TextBox } from '#app/parts/TextBox.tsx';
import { WORDS_MOST } from '#domain/request/may-hold.ts';
import type { Request } from '#domain/request/request.ts';
import { DeedTrouble } from '../request/DeedTrouble.tsx';
import { WithRequest } from '../request/WithRequest.tsx';
import { useDeed } from '../request/use-deed.ts';
import { typedIn, useHalfWords, type HalfWords } from '../request/use-half-words.ts';

export function ReopenScreen({ id }: { readonly id: string }) {
  const t = useT();
  const half = useHalfWords(id, 'reopen');
  return (
    <WithRequest id={id} title={t('reopen:title')}>
      {({ shown: { request } }) =>
        half && request.status === 'done' ? (
          <ReopenHere request={request} half={half} />
        ) : (
          <NotDone request={request} />
        )
      }
    </WithRequest>
  );
}

function ReopenHere({ request, half }: { readonly request: Request; readonly half: HalfWords }) {
  const t = useT();
  const { base } = useDeps();
  const { state, act } = useDeed(request.id);
  const here = `/request/${request.id}`;
  const words = typedIn(half.entries, 'words');
  return (
    <Page
      title={t('reopen:title')}
      back={here}
      bottom={
        <>
          <BigButton
            look="main"
            icon="send"
            busy={state.at === 'keeping'}
            onPress={() => void act({ kind: 'reopen', words }, half.drop)}
          >
            {t('reopen:send')}
          </BigButton>
          <BigButton look="plain" href={base + here}>
            {t('reopen:no')}
          </BigButton>
        </>
      }
    >
      <DeedTrouble state={state} />
      <p>{t('reopen:means', { name: request.answerable?.name ?? t('request:state.office') })}</p>
      <TextBox
        id="words"
        label={t('reopen:words')}
        value={words}
        lines={4}
        maxLength={WORDS_MOST}
        onInput={(typed) => half.write('words', { type: 'typed', typed })}
        onLeave={() => void half.flush()}
      />
    </Page>
  );
}

function NotDone({ request }: { readonly request: Request }) {
  const t = useT();
  const { base } = useDeps();
  const here = `/request/${request.id}`;
  return (
    <Page
      title={t('reopen:title')}
      back={here}
      bottom={
        <BigButton look="main" href={base + here}>
          {t('reopen:back')}
        </BigButton>
      }
    >
      {request.status !== 'done' && <p>{t('reopen:not_done')}</p>}
    </Page>
  );
}
