/** The yes by a signature instead of a press. That it was signed is kept; the lines themselves are not. */
import { useState } from 'preact/hooks';
import { useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { FieldError } from '#app/parts/FieldError.tsx';
import type { Stroke } from '#domain/mandate/mandate.ts';
import { Signature } from './Signature.tsx';

export function SignedYes({ onSigned }: { readonly onSigned: () => void }) {
  const t = useT();
  const [signing, setSigning] = useState(false);
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [missing, setMissing] = useState(false);
  if (!signing) {
    return (
      <BigButton look="plain" icon="pen" onPress={() => setSigning(true)}>
        {t('acting:read.sign')}
      </BigButton>
    );
  }
  const isSigned = strokes.some((stroke) => stroke.length > 2);
  return (
    <section class="acting-field" aria-label={t('acting:read.sign')}>
      <p>{t('acting:sign.here')}</p>
      {missing && !isSigned && <FieldError id="acting-sign-error" text={t('acting:missing.sign')} />}
      <Signature strokes={strokes} onChange={setStrokes} />
      <BigButton look="main" icon="tick" onPress={() => (isSigned ? onSigned() : setMissing(true))}>
        {t('acting:read.signed')}
      </BigButton>
    </section>
  );
}
