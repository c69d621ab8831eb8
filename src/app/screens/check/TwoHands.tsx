/** A draft that somebody else writes on as well: who does, and where the two differ, both, for the resident to choose. */
import { useDeps } from '#app/deps.ts';
import { sayEntry } from '#app/answer-words.ts';
import { useLanguage, useT, type T } from '#app/i18n.ts';
import { ChoiceList } from '#app/parts/ChoiceList.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { dayOf } from '#app/say.ts';
import { useWords } from '#app/use-words.ts';
import { isHeldNow } from '#app/helper-name.ts';
import type { Office } from '#domain/office/office.ts';
import type { Value } from '#domain/request/draft.ts';
import { isOwn, OWN, same } from '#storage/two-hands.ts';
import type { Checked } from './use-check.ts';

type Props = {
  readonly checked: Checked;
  readonly office: Office | undefined;
  /** "Send" was pressed, and something is still to be chosen or filled in. */
  readonly isOpen: boolean;
  readonly onChoose: (field: string, stepId: string) => void;
};

export function TwoHands({ checked, office, isOpen, onChoose }: Props) {
  const t = useT();
  const language = useLanguage();
  const words = useWords();
  const { base, now } = useDeps();
  const { draft, request, differs } = checked;
  if (!request) return null;
  const { picked = {} } = draft.handedOver ?? {};
  const context = { t, language, office, masked: base === '/kiosk', today: dayOf(now()) };
  const helper = request.mandate && isHeldNow(request, now()) ? saidBy(request.trail, t) : undefined;
  return (
    <>
      {helper !== undefined && (
        <Notice tone="sky" icon="people" title={t('check:helped.title', { name: helper })}>
          <p>{t('check:helped.line')}</p>
          <p>
            <a href={`${base}/draft/${draft.id}/hand-over`}>{t('check:helped.more')}</a>
          </p>
        </Notice>
      )}
      {differs.length > 0 && <h2>{t('check:differs.title')}</h2>}
      {differs.map(({ field: id, own, others }) => {
        const field = draft.matter.fields.find((one) => one.id === id);
        if (!field) return null;
        const label = words(field.label);
        return (
          <ChoiceList
            key={id}
            name={`differs-${id}`}
            label={label}
            labelShown
            options={[
              { id: OWN, label: t('check:differs.own', { value: sayEntry(field, own, context) }) },
              ...others.map((value) => ({
                id: value.id,
                label: t('check:differs.other', {
                  name: nameOf(value, t),
                  value: sayEntry(field, value.entry, context),
                }),
                ...(value.reason !== undefined && { hint: t('check:differs.why', { why: value.reason }) }),
              })),
            ]}
            chosen={picked[id]}
            onChoose={(stepId) => onChoose(id, stepId)}
            error={isOpen && picked[id] === undefined ? t('check:differs.choose', { label }) : undefined}
          />
        );
      })}
    </>
  );
}

/** Beside an answer that is not the resident's own: whose it is. */
export function filledInBy({ request, entries }: Checked, field: string, t: T): string | undefined {
  const value = request?.draft?.standing[field]?.find((one) => same(one.entry, entries[field]));
  return value && !isOwn(value) ? t('check:filled_by', { name: nameOf(value, t) }) : undefined;
}

function nameOf({ byName, teller }: Value, t: T): string {
  if (teller === 'office') return t('check:from_records');
  return byName ?? t('request:state.office');
}

function saidBy(trail: readonly { readonly kind: string; readonly byName?: string }[], t: T): string {
  return trail.findLast((line) => line.kind === 'take-over')?.byName ?? t('request:state.office');
}
