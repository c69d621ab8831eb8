/** A mandate that holds now: who, what for, until when, and one tap to take it back. */
import { helperName, isHeldNow } from '#app/helper-name.ts';
import { useLanguage, useT } from '#app/i18n.ts';
import { BigButton } from '#app/parts/BigButton.tsx';
import { Notice } from '#app/parts/Notice.tsx';
import { sayWhen } from '#app/say.ts';
import { DeedTrouble } from '#app/screens/request/DeedTrouble.tsx';
import { useTakeBack } from '#app/screens/hand-over/use-take-back.ts';
import type { Request } from '#domain/request/request.ts';

type Props = { readonly request: Request; readonly now: number };

export function HeldMandate({ request, now }: Props) {
  const t = useT();
  const language = useLanguage();
  const { state, takeBack } = useTakeBack(request.id);
  const { mandate } = request;
  if (!mandate || !isHeldNow(request, now)) return null;
  const powers = mandate.powers
    .filter((power) => power !== 'submit' || request.status === 'draft')
    .map((power) => t(`done-for-me:power.${power}`))
    .join(t('done-for-me:power.and'));
  return (
    <>
      <Notice
        tone="sky"
        icon="people"
        title={t('done-for-me:held.title', { name: helperName(request, mandate, t) })}
      >
        <p>{t('done-for-me:held.line', { powers, when: sayWhen(mandate.until, { t, language, now }) })}</p>
      </Notice>
      <DeedTrouble state={state} />
      <BigButton look="plain" busy={state.at === 'keeping'} onPress={() => void takeBack()}>
        {t('done-for-me:held.take_back')}
      </BigButton>
    </>
  );
}
