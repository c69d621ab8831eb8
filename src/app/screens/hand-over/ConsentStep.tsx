/** What a worker may see and do with this draft, said in full, and one press to agree. Nothing is ticked beforehand. */
import { useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { Page } from '#app/frame/Page.tsx';
import { MORE_POWERS, untilFor, UNTILS } from '#app/mandate-choices.ts';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { ChoiceList } from '#app/parts/ChoiceList.tsx';
import { ChoiceMany } from '#app/parts/ChoiceMany.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { TextBox } from '#app/parts/TextBox.tsx';
import { sayTime } from '#app/say.ts';
import { DeedTrouble } from '#app/screens/request/DeedTrouble.tsx';
import type { DeedState } from '#app/screens/request/use-deed.ts';
import { useWords } from '#app/use-words.ts';
import { missingIn, type Consent, type Missing } from './offer.ts';
import type { Known } from './use-hand-over.ts';

type Props = {
  readonly known: Known;
  readonly officeNow: number;
  readonly state: DeedState;
  readonly onAgree: (consent: Consent, reason: string) => void;
};

export function ConsentStep({ known, officeNow, state, onAgree }: Props) {
  const t = useT();
  const words = useWords();
  const { base } = useDeps();
  const { draft, office, name, refused } = known;
  const [consent, setConsent] = useState<Consent>({ name, sensitive: [], more: [] });
  const [open, setOpen] = useState<readonly Missing[]>([]);
  const change = (changed: Partial<Consent>) => setConsent((was) => ({ ...was, ...changed }));
  const textOf = (id: Missing) =>
    id === 'name' ? t('hand-over:missing.name') : t('hand-over:missing.until');
  const errorOf = (id: Missing) => (open.includes(id) ? textOf(id) : undefined);
  const sensitive = draft.matter.fields.filter((field) => field.sensitive);
  const isAgain = draft.handedOver !== undefined && !draft.handedOver.over && !refused;

  function agree(): void {
    const missing = missingIn(consent);
    setOpen(missing);
    if (missing.length === 0) onAgree(consent, t('hand-over:reason'));
  }

  return (
    <Page
      title={t('hand-over:title')}
      back={`/draft/${draft.id}/${draft.place}`}
      errors={
        open.length > 0 ? open.map((id) => ({ href: `#hand-over-${id}`, text: textOf(id) })) : undefined
      }
      bottom={
        <BigButton look="main" icon="tick" busy={state.at === 'keeping'} onPress={agree}>
          {t('hand-over:agree')}
        </BigButton>
      }
    >
      <DeedTrouble
        state={state.at === 'ready' && refused ? { at: 'refused', refused: refused.refused } : state}
      />
      {isAgain && (
        <Notice tone="sun" icon="clock" title={t('hand-over:again.title')}>
          {t('hand-over:again.line')}
        </Notice>
      )}
      <ul class="hand-over-means">
        <li>{t('hand-over:means.see', { matter: words(draft.matter.title) })}</li>
        <li>{t('hand-over:means.do')}</li>
        <li>{t('hand-over:means.aloud')}</li>
        <li>{t('hand-over:means.not')}</li>
        <li>{t('hand-over:means.back')}</li>
      </ul>
      {name === '' && (
        <TextBox
          id="hand-over-name"
          label={t('hand-over:name')}
          value={consent.name}
          autocomplete="name"
          onInput={(typed) => change({ name: typed })}
          error={errorOf('name')}
        />
      )}
      <ChoiceList
        name="hand-over-until"
        label={t('hand-over:until')}
        labelShown
        options={UNTILS.filter((id) => id === 'hour' || office).map((id) => ({
          id,
          label: t(`hand-over:until.${id}`, { time: sayTime(untilFor(id, officeNow, office)) }),
        }))}
        chosen={consent.until}
        onChoose={(id) => change({ until: id === 'day' ? 'day' : 'hour' })}
        error={errorOf('until')}
      />
      {sensitive.length > 0 && (
        <>
          <ChoiceMany
            name="hand-over-sensitive"
            label={t('hand-over:sensitive')}
            labelShown
            options={sensitive.map((field) => ({
              id: field.id,
              label: words(field.label),
              hint: draft.entries[field.id] ? t('hand-over:sensitive.filled') : words(field.why),
            }))}
            chosen={consent.sensitive}
            onToggle={(id) => change({ sensitive: toggled(consent.sensitive, id) })}
          />
          <p>{t('hand-over:sensitive.rest')}</p>
        </>
      )}
      <ChoiceMany
        name="hand-over-more"
        label={t('hand-over:more')}
        labelShown
        options={MORE_POWERS.map((id) => ({ id, label: t(`hand-over:more.${id}`) }))}
        chosen={consent.more}
        onToggle={(id) =>
          change({ more: MORE_POWERS.filter((one) => consent.more.includes(one) !== (one === id)) })
        }
      />
      <BigButton look="quiet" href={`${base}/draft/${draft.id}/${draft.place}`}>
        {t('hand-over:not_now')}
      </BigButton>
    </Page>
  );
}

function toggled(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
}
