/** Where a request belongs that is not ours, and the promise that goes with it: nobody is let go of on the way. */
import { useLanguage, useT } from '#app/i18n.ts';
import { ChoiceList } from '#app/parts/ChoiceList.tsx';
import { inLanguage } from '#domain/words.ts';
import type { HallRequest } from './use-hall-request.ts';

type Props = {
  readonly found: HallRequest;
  readonly door: string | undefined;
  readonly choose: (door: string) => void;
  readonly error: string | undefined;
};

export function DoorChoice({ found: { office, shown }, door, choose, error }: Props) {
  const t = useT();
  const language = useLanguage();
  const answerable = shown.request.answerable;
  return (
    <>
      <p>
        {answerable
          ? t('hall-request:send_back.hint', { name: answerable.name })
          : t('hall-request:send_back.hint_nobody')}
      </p>
      {office && office.doors.length > 0 ? (
        <ChoiceList
          name="hall-door"
          label={t('hall-request:send_back.door')}
          labelShown
          options={office.doors.map(({ id, name, address }) => ({
            id,
            label: inLanguage(name, language),
            hint: inLanguage(address, language),
          }))}
          chosen={door}
          onChoose={choose}
          error={error}
        />
      ) : (
        <p>{t('hall-request:send_back.no_doors')}</p>
      )}
    </>
  );
}
