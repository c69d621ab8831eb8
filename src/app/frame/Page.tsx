/**
 * The frame of every screen: back, a person's help and the text size in the same places, one heading
 * that takes the focus, one main action at the bottom.
 */
import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { useDeps } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import { ErrorSummary } from '#app/parts/ErrorSummary.tsx';
import { Screen } from '#app/parts/Screen.tsx';
import { ScreenTitle } from '#app/parts/ScreenTitle.tsx';
import { TopBar } from '#app/parts/TopBar.tsx';
import { ReadAloudButton, useReadAloud } from '#app/read-aloud/ReadAloud.tsx';
import { ClearButton } from './ClearButton.tsx';
import { LazyReadAloudBar } from '#app/read-aloud/LazyReadAloudBar.tsx';
import { useOffice } from './use-office.ts';

export type PageError = { readonly href: string; readonly text: string };

export type PageProps = {
  readonly title: string;
  /** A path inside this entrance, or what pressing does; without it there is nothing to go back to. */
  readonly back?: string | (() => void) | undefined;
  readonly step?: string | undefined;
  readonly bottom?: ComponentChildren;
  readonly errors?: readonly PageError[] | undefined;
  /** Where "help me" leads, inside this entrance, when there is more help than a telephone. */
  readonly help?: string | undefined;
  /** Two columns are allowed on a wide screen. */
  readonly wide?: boolean;
  readonly children?: ComponentChildren;
};

export function Page({ title, back, step, bottom, errors, help, wide, children }: PageProps) {
  const t = useT();
  const { base } = useDeps();
  const { path } = useLocation();
  const office = useOffice();
  const aloud = useReadAloud();
  const telephone = office?.telephone;
  const wrong = errors !== undefined && errors.length > 0;

  return (
    <Screen
      wide={wide ?? false}
      top={
        <>
          <TopBar
            {...(back !== undefined && {
              back: {
                label: t('common:back'),
                ...(typeof back === 'string' ? { href: base + back } : { onPress: back }),
              },
            })}
            extra={
              <>
                {base === '/kiosk' && path !== '/kiosk/finish-visit' && <ClearButton />}
                <ReadAloudButton aloud={aloud} />
              </>
            }
            help={
              help === undefined
                ? {
                    // A kiosk cannot telephone: there the screen with the number and the window's way opens.
                    href: base !== '/kiosk' && telephone !== undefined ? `tel:${telephone}` : `${base}/help`,
                    label: t('common:call'),
                    title:
                      telephone === undefined
                        ? t('common:call.title')
                        : t('common:call.spoken', { number: telephone }),
                  }
                : {
                    href: base + help,
                    icon: 'people',
                    label: t('common:help_me'),
                    title: t('common:help_me.title'),
                  }
            }
            size={{ href: `${base}/settings`, label: t('common:size'), title: t('common:size.title') }}
          />
          <LazyReadAloudBar aloud={aloud} />
        </>
      }
      bottom={bottom}
    >
      {wrong && <ErrorSummary title={t('common:error.title')} errors={errors} />}
      <ScreenTitle
        key={path}
        title={(wrong ? t('common:error.prefix') : '') + title}
        {...(step !== undefined && { step })}
      >
        {title}
      </ScreenTitle>
      {children}
    </Screen>
  );
}
