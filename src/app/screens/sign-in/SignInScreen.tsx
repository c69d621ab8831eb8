/**
 * A worker signs in. A wrong try does not say which of the two was wrong; waiting is told in seconds;
 * no network is called that.
 */
import { useUnsentOfOthers } from '#app/hall/use-unsent-of-others.ts';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { ErrorSummary } from '#app/parts/ErrorSummary.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { ScreenTitle } from '#app/parts/ScreenTitle.tsx';
import { TextBox } from '#app/parts/TextBox.tsx';
import { useSignIn, type SignIn, type SignInState } from './use-sign-in.ts';

type Props = {
  readonly now: () => number;
  readonly signIn: SignIn;
  /** A worker is at work here, and the service has forgotten the session. */
  readonly again: { readonly name: string; readonly notNow: () => void } | undefined;
  /** Whose unsent things are not counted as others'. */
  readonly exceptId: string | undefined;
};

export function SignInScreen({ now, signIn, again, exceptId }: Props) {
  const t = useT();
  const { name, setName, password, setPassword, state, submit } = useSignIn(signIn, now, again?.name ?? '');
  const others = useUnsentOfOthers(exceptId);
  const nameError = state.at === 'missing' && state.name ? t('sign-in:name.missing') : undefined;
  const passwordError = state.at === 'missing' && state.password ? t('sign-in:password.missing') : undefined;
  const title = again ? t('sign-in:again.title') : t('sign-in:title');
  const errors = [
    ...(nameError === undefined ? [] : [{ href: '#sign-in-name', text: nameError }]),
    ...(passwordError === undefined ? [] : [{ href: '#sign-in-password', text: passwordError }]),
  ];

  return (
    <div class="hall hall-sign-in">
      <header class="hall-bar">
        <span class="hall-brand">{t('queue:brand')}</span>
      </header>
      <main class="hall-main">
        <form
          class="hall-page"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          {errors.length > 0 && <ErrorSummary title={t('sign-in:errors.title')} errors={errors} />}
          <ScreenTitle title={errors.length > 0 ? t('common:error.prefix') + title : title}>
            {title}
          </ScreenTitle>
          {again && <Notice tone="sun" icon="phone-tick" title={t('sign-in:again.line')} />}
          <div role="status">
            <Outcome state={state} />
          </div>
          <TextBox
            id="sign-in-name"
            label={t('sign-in:name.label')}
            value={name}
            onInput={setName}
            error={nameError}
            autocomplete="username"
          />
          <TextBox
            id="sign-in-password"
            label={t('sign-in:password.label')}
            value={password}
            onInput={setPassword}
            error={passwordError}
            autocomplete="current-password"
            secret
          />
          <BigButton look="main" type="submit" busy={state.at === 'trying'}>
            {t('sign-in:submit')}
          </BigButton>
          {again && (
            <BigButton look="quiet" onPress={again.notNow}>
              {t('sign-in:later')}
            </BigButton>
          )}
          {others > 0 && (
            <Notice tone="sky" icon="people" title={t('sign-in:others.title', { count: others })}>
              {t('sign-in:others.line')}
            </Notice>
          )}
        </form>
      </main>
    </div>
  );
}

function Outcome({ state }: { readonly state: SignInState }) {
  const t = useT();
  switch (state.at) {
    case 'wrong':
      return (
        <Notice tone="clay" icon="info" title={t('sign-in:wrong.title')}>
          {t('sign-in:wrong.line')}
        </Notice>
      );
    case 'slow':
      return (
        <Notice tone="sun" icon="clock" title={t('sign-in:slow.title')}>
          {t('sign-in:slow.line', { seconds: state.seconds })}
        </Notice>
      );
    case 'offline':
      return (
        <Notice tone="sun" icon="warn" title={t('sign-in:offline.title')}>
          {t('sign-in:offline.line')}
        </Notice>
      );
    case 'trouble':
      return (
        <Notice tone="sun" icon="warn" title={t('sign-in:trouble.title')}>
          {t('sign-in:trouble.line')}
        </Notice>
      );
    default:
      return null;
  }
}
