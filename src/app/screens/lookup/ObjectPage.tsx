/** "This is not right", said by the slip: one press; own words are welcome, not asked for. */
import { Page } from '#app/frame/Page.tsx';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { TextBox } from '#app/parts/TextBox.tsx';
import { WORDS_MOST } from '#domain/request/may-hold.ts';
import type { DoneInName } from '#protocol/lookup.ts';
import { Told } from './LookupScreen.tsx';
import type { Lookup } from './use-lookup.ts';

export function ObjectPage({ lookup, step }: { readonly lookup: Lookup; readonly step: DoneInName }) {
  const t = useT();
  const { words, setWords, trouble, busy, object, leave } = lookup;
  return (
    <Page
      key={step.about}
      title={t('done-for-me:not_right')}
      back={leave}
      bottom={
        <>
          <BigButton look="main" icon="send" busy={busy} onPress={() => void object()}>
            {t('done-for-me:say_it')}
          </BigButton>
          <BigButton look="plain" onPress={leave}>
            {t('done-for-me:object.no')}
          </BigButton>
        </>
      }
    >
      <Told trouble={trouble} />
      <p>{t('done-for-me:object.means')}</p>
      <TextBox
        id="lookup-words"
        label={t('done-for-me:object.words')}
        value={words}
        lines={4}
        maxLength={WORDS_MOST}
        onInput={setWords}
      />
    </Page>
  );
}
