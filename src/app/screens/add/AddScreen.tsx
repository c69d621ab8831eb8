/**
 * More words about a filed request: an addition while nobody has taken it, then a reply to the one who has.
 *
 * Which of the two it is follows the request while one writes; the words stay the same.
 */
import { useState } from 'preact/hooks';
import { Page } from '#app/frame/Page.tsx';
import { useDeps } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { TextBox } from '#app/parts/TextBox.tsx';
import { WORDS_MOST } from '#domain/request/may-hold.ts';
import type { Request } from '#domain/request/request.ts';
import { DeedTrouble } from '../request/DeedTrouble.tsx';
import { WithRequest } from '../request/WithRequest.tsx';
import { useDeed } from '../request/use-deed.ts';
import { photosIn, typedIn, useHalfWords, type HalfWords } from '../request/use-half-words.ts';
import { AddPhotos } from './AddPhotos.tsx';

export function AddScreen({ id }: { readonly id: string }) {
  const t = useT();
  const half = useHalfWords(id, 'add');
  return (
    <WithRequest id={id} title={t('add:title')}>
      {({ shown }) =>
        half && (shown.request.status === 'open' || shown.request.status === 'taken') ? (
          <AddHere request={shown.request} half={half} />
        ) : (
          <TooLate request={shown.request} half={half} />
        )
      }
    </WithRequest>
  );
}

function AddHere({ request, half }: { readonly request: Request; readonly half: HalfWords }) {
  const t = useT();
  const { state, act } = useDeed(request.id);
  const [missing, setMissing] = useState(false);
  const reply = request.status === 'taken';
  const name = request.answerable?.name ?? t('request:state.office');
  const words = typedIn(half.entries, 'words');
  const photos = photosIn(half.entries, 'photos');
  const error = !missing || words.trim() !== '' || photos.length > 0 ? undefined : t('add:words.missing');

  async function send(): Promise<void> {
    if (words.trim() === '' && photos.length === 0) return setMissing(true);
    await half.flush();
    await act({ kind: reply ? 'write' : 'add', words, photos }, half.drop);
  }

  return (
    <Page
      title={reply ? t('add:title.reply', { name }) : t('add:title')}
      back={`/request/${request.id}`}
      errors={error === undefined ? undefined : [{ href: '#words', text: error }]}
      bottom={
        <BigButton look="main" icon="send" busy={state.at === 'keeping'} onPress={() => void send()}>
          {t('add:send')}
        </BigButton>
      }
    >
      <DeedTrouble state={state} />
      {half.kept === 'not-kept' && (
        <Notice tone="clay" icon="warn" title={t('request:trouble.not_kept')} live>
          {t('request:trouble.not_kept_line')}
        </Notice>
      )}
      <TextBox
        id="words"
        label={reply ? t('add:words.reply') : t('add:words.label')}
        value={words}
        lines={5}
        maxLength={WORDS_MOST}
        onInput={(typed) => half.write('words', { type: 'typed', typed })}
        onLeave={() => void half.flush()}
        error={error}
      />
      <AddPhotos requestId={request.id} half={half} />
    </Page>
  );
}

/** The request ended while the words were being written: they are shown, so that they can be told on the telephone. */
function TooLate({ request, half }: { readonly request: Request; readonly half: HalfWords | undefined }) {
  const t = useT();
  const { base } = useDeps();
  const words = half ? typedIn(half.entries, 'words') : '';
  return (
    <Page
      title={t('add:title')}
      back={`/request/${request.id}`}
      bottom={
        <BigButton look="main" href={`${base}/request/${request.id}`}>
          {t('add:late.back')}
        </BigButton>
      }
    >
      {half && (
        <Notice tone="clay" icon="info" title={t('add:late.title')}>
          {request.status === 'done' ? t('add:late.done') : t('add:late.withdrawn')}
        </Notice>
      )}
      {words !== '' && (
        <>
          <p>{t('add:late.words')}</p>
          <blockquote class="timeline-words">{words}</blockquote>
        </>
      )}
    </Page>
  );
}
