/** How the resident says yes: a signature, two witnesses, or not at all when it is urgent. */
import { useT } from '#app/i18n.ts';
import { ChoiceList } from '#app/parts/ChoiceList.tsx';
import { FieldError } from '#app/parts/FieldError.tsx';
import { TextBox } from '#app/parts/TextBox.tsx';
import { WAYS, type MandateDraft, type Missing } from './mandate-draft.ts';
import { Signature } from './Signature.tsx';

type Props = {
  readonly draft: MandateDraft;
  readonly change: (changed: Partial<MandateDraft>) => void;
  readonly errorOf: (id: Missing) => string | undefined;
};

export function AgreedHow({ draft, change, errorOf }: Props) {
  const t = useT();
  const [one, other] = draft.witnesses;
  const signError = errorOf('sign');
  return (
    <>
      <ChoiceList
        name="acting-how"
        label={t('acting:how')}
        labelShown
        options={WAYS.map((id) => ({
          id,
          label: t(`acting:how.${id}`),
          ...(id === 'cannot-agree' && { hint: t('acting:cannot_hint') }),
        }))}
        chosen={draft.how}
        onChoose={(id) => change({ how: WAYS.find((way) => way === id) ?? 'signed' })}
        error={errorOf('how')}
      />
      {draft.how === 'signed' && (
        <>
          <p>{t('acting:sign.here')}</p>
          {signError !== undefined && <FieldError id="acting-sign-error" text={signError} />}
          <Signature strokes={draft.strokes} onChange={(strokes) => change({ strokes })} />
        </>
      )}
      {draft.how === 'witnessed' && (
        <>
          <TextBox
            id="acting-witnesses"
            label={t('acting:witness.one')}
            value={one}
            onInput={(name) => change({ witnesses: [name, other] })}
            error={errorOf('witnesses')}
          />
          <TextBox
            id="acting-witness-two"
            label={t('acting:witness.two')}
            value={other}
            onInput={(name) => change({ witnesses: [one, name] })}
          />
        </>
      )}
      {draft.how === 'cannot-agree' && (
        <TextBox
          id="acting-why"
          label={t('acting:why')}
          hint={t('acting:why.hint')}
          value={draft.why}
          onInput={(why) => change({ why })}
          error={errorOf('why')}
        />
      )}
    </>
  );
}
