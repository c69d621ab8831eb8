/** "This is not right": said of one step, in one press; own words are welcome, not asked for. */
import { useDeps } from '#app/deps.ts';
import { Page } from '#app/frame/Page.tsx';
import { useLanguage, useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { TextBox } from '#app/parts/TextBox.tsx';
import { doneInName } from '#domain/request/may-object.ts';
import { WORDS_MOST } from '#domain/request/may-hold.ts';
import { inLanguage } from '#domain/words.ts';
import { DeedTrouble } from '../request/DeedTrouble.tsx';
import { WithRequest } from '../request/WithRequest.tsx';
import { useDeed } from '../request/use-deed.ts';
import { typedIn, useHalfWords, type HalfWords } from '../request/use-half-words.ts';
import type { Found } from '../request/use-shown-request.ts';
import { DeedItem } from './DeedItem.tsx';
import { deedOf } from './deed-words.ts';
import './done-for-me.css';

export function ObjectScreen({ id, about }: { readonly id: string; readonly about: string }) {
  const t = useT();
  const half = useHalfWords(id, 'object');
  return (
    <WithRequest id={id} title={t('done-for-me:not_right')}>
      {(found) => half && <ObjectHere {...found} about={about} half={half} />}
    </WithRequest>
  );
}

type Props = Found & { readonly about: string; readonly half: HalfWords };

function ObjectHere({ shown: { request }, matter, now, about, half }: Props) {
  const t = useT();
  const language = useLanguage();
  const { base, person } = useDeps();
  const { state, act } = useDeed(request.id);
  const here = `/request/${request.id}`;
  const line = doneInName(request).find((one) => one.id === about);
  const title = matter ? inLanguage(matter.title, language) : t('home:request.unknown');
  const deed = line && deedOf(request, line, title, person, { t, language, now });
  const words = typedIn(half.entries, 'words');

  if (!deed || (deed.state !== 'open' && state.at === 'ready')) {
    return (
      <Page
        title={t('done-for-me:not_right')}
        back={here}
        bottom={
          <BigButton look="main" href={base + here}>
            {t('done-for-me:to_request')}
          </BigButton>
        }
      >
        {deed ? (
          <ul class="done-list">
            <DeedItem deed={deed} requestId={request.id} />
          </ul>
        ) : (
          <p>{t('done-for-me:no_step')}</p>
        )}
      </Page>
    );
  }
  return (
    <Page
      title={t('done-for-me:not_right')}
      back={here}
      bottom={
        <BigButton
          look="warn"
          icon="warn"
          busy={state.at === 'keeping'}
          onPress={() => void act({ kind: 'object', about, words }, half.drop)}
        >
          {t('done-for-me:say_it')}
        </BigButton>
      }
    >
      <DeedTrouble state={state} />
      <p class="done-text">{deed.text}</p>
      <p>{deed.when}</p>
      <p>{t('done-for-me:object.means')}</p>
      <p>{t('done-for-me:until', { until: deed.until })}</p>
      <TextBox
        id="words"
        label={t('done-for-me:object.words')}
        value={words}
        lines={4}
        maxLength={WORDS_MOST}
        onInput={(typed) => half.write('words', { type: 'typed', typed })}
        onLeave={() => void half.flush()}
      />
      <BigButton look="quiet" href={base + here}>
        {t('done-for-me:object.no')}
      </BigButton>
    </Page>
  );
}
