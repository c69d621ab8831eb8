/**
 * Around every screen of a draft for somebody else: for whom, until when, why, in sight whatever is scrolled.
 * When the mandate's time is over it stands in the way until the helper says to go on.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { Page } from '#app/frame/Page.tsx';
import { useLanguage, useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Icon } from '#app/parts/Icon.tsx';
import { sayDue } from '#app/say.ts';
import { useWords } from '#app/use-words.ts';
import type { DraftRow } from '#storage/database.ts';
import { useElder } from './use-elder.ts';
import { useRenew } from './use-renew.ts';
import './for-elder.css';

type Props = { readonly draft: DraftRow; readonly children: ComponentChildren };

export function ForElder({ draft, children }: Props) {
  if (!draft.forElder) return <>{children}</>;
  return (
    <Acting draft={draft} forElder={draft.forElder}>
      {children}
    </Acting>
  );
}

type ActingProps = Props & { readonly forElder: NonNullable<DraftRow['forElder']> };

function Acting({ draft, forElder, children }: ActingProps) {
  const t = useT();
  const language = useLanguage();
  const words = useWords();
  const { now } = useDeps();
  const { mandate, called } = forElder;
  const due = sayDue({ at: mandate.until }, { t, language, now: now() });
  return (
    <div class="for-elder">
      <aside class="for-elder-bar" aria-label={t('family:bar')}>
        <Icon name="people" />
        <p>
          <strong>
            {t('family:bar.for', { name: mandate.residentName, matter: words(draft.matter.title) })}
          </strong>{' '}
          <span>{t('family:bar.until', { due, reason: mandate.reason })}</span>
        </p>
      </aside>
      {useIsOver(mandate.until) ? <Over draft={draft} name={called} /> : children}
    </div>
  );
}

function Over({ draft, name }: { readonly draft: DraftRow; readonly name: string }) {
  const t = useT();
  const agreed = draft.forElder?.mandate.agreed;
  const elder = useElder(agreed?.how === 'linked' ? agreed.linkId : '');
  const { renew } = useRenew();
  const alive = typeof elder === 'object' && elder.alive;
  return (
    <Page
      title={t('family:bar.over')}
      back="/family"
      bottom={
        alive && (
          <BigButton look="main" onPress={() => void renew(draft, elder)}>
            {t('family:bar.renew', { name })}
          </BigButton>
        )
      }
    >
      <p>{alive ? t('family:bar.over_line', { name }) : t('family:elder.over_line', { name })}</p>
    </Page>
  );
}

function useIsOver(until: number): boolean {
  const { now } = useDeps();
  const [isOver, setIsOver] = useState(() => now() > until);
  useEffect(() => {
    setIsOver(now() > until);
    const look = setInterval(() => setIsOver(now() > until), 1000);
    return () => clearInterval(look);
  }, [until, now]);
  return isOver;
}
