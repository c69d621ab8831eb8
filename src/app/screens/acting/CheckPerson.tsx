/** Before anything of somebody is opened: is it this person? */
import { useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { ScreenTitle } from '#app/parts/ScreenTitle.tsx';
import { sayTime } from '#app/say.ts';
import { sayRefusal } from '#app/screens/request/say-refusal.ts';
import type { Agreement } from './acting-session.ts';
import type { Found } from './redeem.ts';
import { takeUp, type TakenUp } from './take-up.ts';

type Props = {
  readonly found: Found;
  readonly onBegin: (agreement: Agreement) => void;
  readonly onNo: () => void;
};

export function CheckPerson({ found, onBegin, onNo }: Props) {
  const t = useT();
  const deps = useDeps();
  const { offer } = found.request.draft;
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Exclude<TakenUp, { readonly at: 'begin' }>>();
  const title = t('acting:is_it', { name: offer.residentName });

  async function yes(): Promise<void> {
    if (busy) return;
    setBusy(true);
    const taken = await takeUp(deps, found);
    deps.nudgeSync();
    if (taken.at === 'begin') return onBegin(taken.agreement);
    setTrouble(taken);
    setBusy(false);
  }

  return (
    <div class="hall-page acting-read">
      <ScreenTitle title={title}>{title}</ScreenTitle>
      {offer.birthYear !== undefined && <p>{t('acting:is_it.born', { year: offer.birthYear })}</p>}
      <p>{t('acting:is_it.until', { time: sayTime(offer.until) })}</p>
      {trouble && (
        <div role="alert">
          <Notice tone="clay" icon="warn" title={t('acting:is_it.not')}>
            <p>{sayTrouble(trouble, t)}</p>
          </Notice>
        </div>
      )}
      <BigButton look="main" icon="tick" busy={busy} onPress={() => void yes()}>
        {t('acting:is_it.yes')}
      </BigButton>
      <BigButton look="plain" icon="back" onPress={onNo}>
        {t('acting:is_it.no')}
      </BigButton>
    </div>
  );
}

function sayTrouble(trouble: Exclude<TakenUp, { readonly at: 'begin' }>, t: ReturnType<typeof useT>): string {
  if (trouble.at === 'refused') return sayRefusal(trouble.refused, t);
  return trouble.at === 'no-matter' ? t('acting:is_it.no_matter') : t('acting:not_kept.line');
}
