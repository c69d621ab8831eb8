/** The official five levels (国办发〔2019〕51号): free, none chosen beforehand, once, and to skip is as easy as to rate. */
import { useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { Page } from '#app/frame/Page.tsx';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { ChoiceList } from '#app/parts/ChoiceList.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { TextBox } from '#app/parts/TextBox.tsx';
import { RATINGS } from '#domain/request/action.ts';
import { WORDS_MOST } from '#domain/request/may-hold.ts';
import type { Request } from '#domain/request/request.ts';
import { DeedTrouble } from '../request/DeedTrouble.tsx';
import { WithRequest } from '../request/WithRequest.tsx';
import { useDeed } from '../request/use-deed.ts';
import { typedIn, useHalfWords, type HalfWords } from '../request/use-half-words.ts';

export function RateScreen({ id }: { readonly id: string }) {
  const t = useT();
  const half = useHalfWords(id, 'rate');
  return (
    <WithRequest id={id} title={t('rate:title')}>
      {({ shown: { request } }) =>
        half && request.status === 'done' && !request.rating ? (
          <RateHere request={request} half={half} />
        ) : (
          <NotNow request={request} />
        )
      }
    </WithRequest>
  );
}

function RateHere({ request, half }: { readonly request: Request; readonly half: HalfWords }) {
  const t = useT();
  const { base } = useDeps();
  const { state, act } = useDeed(request.id);
  const [asked, setAsked] = useState(false);
  const chosen = half.entries['rating'];
  const rating = RATINGS.find((one) => chosen?.type === 'choice' && chosen.choice === one);
  const error = asked && !rating ? t('rate:missing') : undefined;
  const here = `/request/${request.id}`;

  async function send(): Promise<void> {
    if (!rating) return setAsked(true);
    await act({ kind: 'rate', rating, words: typedIn(half.entries, 'words') }, half.drop);
  }

  return (
    <Page
      title={t('rate:title')}
      back={here}
      errors={error === undefined ? undefined : [{ href: '#rating', text: error }]}
      bottom={
        <>
          <BigButton look="main" busy={state.at === 'keeping'} onPress={() => void send()}>
            {t('rate:send')}
          </BigButton>
          <BigButton look="plain" href={base + here}>
            {t('rate:skip')}
          </BigButton>
        </>
      }
    >
      <DeedTrouble state={state} />
      <p>{t('rate:free')}</p>
      <ChoiceList
        name="rating"
        label={t('rate:title')}
        options={RATINGS.map((id) => ({ id, label: t(`request:rating.${id}`) }))}
        chosen={rating}
        onChoose={(choice) => void half.writeNow('rating', { type: 'choice', choice })}
        error={error}
      />
      <TextBox
        id="words"
        label={t('rate:words')}
        value={typedIn(half.entries, 'words')}
        lines={3}
        maxLength={WORDS_MOST}
        onInput={(typed) => half.write('words', { type: 'typed', typed })}
        onLeave={() => void half.flush()}
      />
    </Page>
  );
}

function NotNow({ request }: { readonly request: Request }) {
  const t = useT();
  const { base } = useDeps();
  const here = `/request/${request.id}`;
  return (
    <Page
      title={t('rate:title')}
      back={here}
      bottom={
        <BigButton look="main" href={base + here}>
          {t('rate:back')}
        </BigButton>
      }
    >
      {request.rating ? (
        <Notice tone="mint" icon="tick" title={t('rate:once.title')}>
          {t('rate:once.line', { rating: t(`request:rating.${request.rating}`) })}
        </Notice>
      ) : (
        request.status !== 'done' && <p>{t('rate:not_yet')}</p>
      )}
    </Page>
  );
}
