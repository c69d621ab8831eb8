/** The very first screen: language in its own script, text size by looking at it, and straight on. Nothing else is asked. */
import { useLanguage, useT, LANGUAGES } from '#app/i18n.ts';
import { Page } from '#app/frame/Page.tsx';
import { BigButton } from '#app/parts/BigButton.tsx';
import { ChoiceList } from '#app/parts/ChoiceList.tsx';
import { useWelcome } from './use-welcome.ts';
import './welcome.css';

const SIZES = ['20', '24', '30'] as const;

export function WelcomeScreen() {
  const t = useT();
  const language = useLanguage();
  const { size, chooseSize, chooseLanguage, start } = useWelcome();

  return (
    <Page
      title={t('welcome:title')}
      bottom={
        <BigButton look="main" onPress={start}>
          {t('welcome:start')}
        </BigButton>
      }
    >
      <fieldset class="welcome-languages">
        <legend class="for-readers">{t('welcome:language.label')}</legend>
        {LANGUAGES.map(({ code, name }) => (
          <BigButton
            key={code}
            look={code === language ? 'plain' : 'quiet'}
            icon={code === language ? 'tick' : 'globe'}
            {...(code === language && { label: t('welcome:language.chosen', { name }) })}
            onPress={() => void chooseLanguage(code)}
          >
            <span lang={code}>{name}</span>
          </BigButton>
        ))}
      </fieldset>
      <div class="welcome-sizes">
        <ChoiceList
          name="size"
          label={t('welcome:size.label')}
          labelShown
          options={SIZES.map((id) => ({ id, label: t(`welcome:size.${id}`) }))}
          chosen={size}
          onChoose={(id) => chooseSize(SIZES.find((one) => one === id) ?? '20')}
        />
      </div>
      <p>{t('welcome:later')}</p>
    </Page>
  );
}
