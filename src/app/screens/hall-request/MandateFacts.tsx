/** For whom a colleague filed this, how that person agreed, and what a supervisor still has to confirm. */
import { useHall } from '#app/hall/hall-context.ts';
import { maskName } from '#app/hall/mask.ts';
import { Tag } from '#app/parts/Tag.tsx';
import { sayDue } from '#app/say.ts';
import type { HallSaying } from './RequestFacts.tsx';
import type { HallRequest } from './use-hall-request.ts';

type Props = { readonly found: HallRequest; readonly saying: HallSaying };

export function MandateFacts({ found, saying }: Props) {
  const { t, language } = saying;
  const { worker, settings } = useHall();
  const { mandate, confirmBy, confirmed } = found.shown.request;
  if (!mandate) return null;
  const cover = (name: string) => (settings.masked ? maskName(name) : name);
  const helper =
    mandate.helperId === worker.id
      ? worker.name
      : (found.colleagues[mandate.helperId] ?? t('hall-request:somebody'));
  const { agreed } = mandate;
  const witnesses = agreed.how === 'witnessed' ? agreed.witnesses.map(cover) : [];

  return (
    <>
      <p>
        {t(`hall-request:mandate.${agreed.how}`, {
          name: helper,
          resident: cover(mandate.residentName),
          witnesses: witnesses.join(language === 'zh-CN' ? '、' : ', '),
        })}
      </p>
      {agreed.how === 'cannot-agree' && (
        <p>
          <Tag tone={confirmed ? 'mint' : 'clay'}>
            {confirmed
              ? t('hall-request:mandate.confirmed')
              : confirmBy
                ? t('hall-request:mandate.confirm_by', { due: sayDue(confirmBy, saying) })
                : t('hall-request:mandate.confirm')}
          </Tag>
        </p>
      )}
    </>
  );
}
