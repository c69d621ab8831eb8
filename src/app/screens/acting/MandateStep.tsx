/** The mandate: read aloud in full, then asked for point by point, then agreed to by the resident's own hand or two witnesses. */
import { useState } from 'preact/hooks';
import { useDeps } from '#app/deps.ts';
import { useHall } from '#app/hall/hall-context.ts';
import { MORE_POWERS, untilFor, UNTILS } from '#app/mandate-choices.ts';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { ChoiceList } from '#app/parts/ChoiceList.tsx';
import { ChoiceMany } from '#app/parts/ChoiceMany.tsx';
import { ErrorSummary } from '#app/parts/ErrorSummary.tsx';
import { Icon } from '#app/parts/Icon.tsx';
import { ScreenTitle } from '#app/parts/ScreenTitle.tsx';
import { TextBox } from '#app/parts/TextBox.tsx';
import { sayTime } from '#app/say.ts';
import { useLive } from '#app/use-live.ts';
import { useWords } from '#app/use-words.ts';
import type { Matter } from '#domain/matter/matter.ts';
import { readOffice } from '#storage/office.ts';
import type { Agreement } from './acting-session.ts';
import { AgreedHow } from './AgreedHow.tsx';
import { NO_HAND } from './handed-form.ts';
import { entriesFor } from './known-residents.ts';
import { EMPTY, mandateOf, REASONS, type MandateDraft, type Missing } from './mandate-draft.ts';
import type { Whom } from './WhomStep.tsx';

type Props = {
  readonly whom: Whom;
  readonly matter: Matter;
  readonly onBack: () => void;
  readonly onAgreed: (agreement: Agreement) => void;
};

export function MandateStep({ whom, matter, onBack, onAgreed }: Props) {
  const t = useT();
  const words = useWords();
  const { db, now, newId } = useDeps();
  const { worker } = useHall();
  const [draft, setDraft] = useState<MandateDraft>(EMPTY);
  const [open, setOpen] = useState<readonly Missing[]>([]);
  const kept = useLive(async () => (await readOffice(db)) ?? null, [db]);
  if (kept === undefined) return null;

  const office = kept?.office;
  const aheadMs = kept?.aheadMs ?? 0;
  const change = (changed: Partial<MandateDraft>) => setDraft((was) => ({ ...was, ...changed }));
  const errorOf = (id: Missing) => (open.includes(id) ? t(`acting:missing.${id}`) : undefined);
  const sensitive = matter.fields.filter((field) => field.sensitive);
  const reason =
    draft.reason === undefined || draft.reason === 'other'
      ? draft.otherReason
      : t(`acting:reason.${draft.reason}`);

  function agree(): void {
    const mandate = mandateOf(draft, {
      id: newId(),
      requestId: newId(),
      residentId: whom.id,
      residentName: whom.name,
      helperId: worker.id,
      matter,
      office,
      from: now() + aheadMs,
      reason,
    });
    if (!mandate.ok) return setOpen(mandate.reason);
    const entries = entriesFor(matter, whom.name, whom.told);
    // Of somebody new the name was said a moment ago; the rest is in the office's records.
    const isNew = Object.keys(whom.told).length === 0;
    const told = Object.fromEntries(
      Object.keys(entries).map((field) => [field, isNew ? ('worker' as const) : ('office' as const)]),
    );
    onAgreed({ mandate: mandate.value, matter, entries, hand: { ...NO_HAND, told }, aheadMs });
  }

  return (
    <div class="hall-page">
      <button type="button" class="hall-button" onClick={onBack}>
        <Icon name="back" />
        {t('acting:back')}
      </button>
      {open.length > 0 && (
        <ErrorSummary
          title={t('common:error.title')}
          errors={open.map((id) => ({ href: `#acting-${id}`, text: t(`acting:missing.${id}`) }))}
        />
      )}
      <ScreenTitle title={t('acting:mandate')}>{t('acting:mandate')}</ScreenTitle>
      <div class="acting-aloud">
        <p>{t('acting:aloud.who', { name: whom.name, worker: worker.name })}</p>
        <p>{t('acting:aloud.what', { matter: words(matter.title) })}</p>
        {sensitive.length > 0 && (
          <p>
            {t('acting:aloud.sensitive', {
              fields: sensitive.map((field) => words(field.label)).join(t('acting:aloud.and')),
            })}
          </p>
        )}
        <p>{t('acting:aloud.yours')}</p>
        <p>{t('acting:aloud.agree')}</p>
      </div>
      <ChoiceList
        name="acting-until"
        label={t('acting:until')}
        labelShown
        options={UNTILS.map((id) => ({
          id,
          label: t(`acting:until.${id}`, { time: sayTime(untilFor(id, now() + aheadMs, office)) }),
        }))}
        chosen={draft.until}
        onChoose={(id) => change({ until: id as 'hour' | 'day' })} // the ids are those of the lines above
        error={errorOf('until')}
      />
      <ChoiceList
        name="acting-reason"
        label={t('acting:reason')}
        labelShown
        options={REASONS.map((id) => ({ id, label: t(`acting:reason.${id}`) }))}
        chosen={draft.reason}
        onChoose={(id) => change({ reason: REASONS.find((one) => one === id) ?? 'other' })}
        error={errorOf('reason')}
      />
      {draft.reason === 'other' && (
        <TextBox
          id="acting-other"
          label={t('acting:reason.which')}
          value={draft.otherReason}
          onInput={(otherReason) => change({ otherReason })}
        />
      )}
      <TextBox
        id="acting-born"
        label={t('acting:born')}
        hint={t('acting:born.hint')}
        inputMode="numeric"
        value={draft.born}
        onInput={(born) => change({ born })}
        error={errorOf('born')}
      />
      <ChoiceMany
        name="acting-more"
        label={t('acting:powers')}
        labelShown
        options={MORE_POWERS.map((id) => ({ id, label: t(`acting:power.${id}`) }))}
        chosen={draft.more}
        onToggle={(id) =>
          change({ more: MORE_POWERS.filter((one) => draft.more.includes(one) !== (one === id)) })
        }
      />
      {sensitive.length > 0 && (
        <ChoiceMany
          name="acting-sensitive"
          label={t('acting:sensitive')}
          labelShown
          options={sensitive.map((field) => ({
            id: field.id,
            label: words(field.label),
            hint: words(field.why),
          }))}
          chosen={draft.sensitive}
          onToggle={(id) =>
            change({
              sensitive: sensitive
                .map((field) => field.id)
                .filter((one) => draft.sensitive.includes(one) !== (one === id)),
            })
          }
          error={errorOf('sensitive')}
        />
      )}
      <AgreedHow draft={draft} change={change} errorOf={errorOf} />
      <BigButton look="main" onPress={agree}>
        {t('acting:mandate.begin')}
      </BigButton>
    </div>
  );
}
