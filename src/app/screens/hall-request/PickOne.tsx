/** One choice of a step: to which door, how it ends, which step was not right, how one heard of it. */
import { useDeps } from '#app/deps.ts';
import { useLanguage, useT } from '#app/i18n.ts';
import { ChoiceList } from '#app/parts/ChoiceList.tsx';
import { sayTrail } from '#app/request-words.ts';
import { sayWhen } from '#app/say.ts';
import { useServiceNow } from '#app/hall/use-service-now.ts';
import { doneInName } from '#domain/request/may-object.ts';
import { DoorChoice } from './DoorChoice.tsx';
import type { Pick } from './picks.ts';
import type { HallRequest } from './use-hall-request.ts';

type Props = {
  readonly pick: Pick;
  readonly found: HallRequest;
  readonly chosen: string | undefined;
  readonly choose: (id: string) => void;
  readonly error: string | undefined;
};

export function PickOne({ pick, found, chosen, choose, error }: Props) {
  const t = useT();
  const language = useLanguage();
  const { person } = useDeps();
  const now = useServiceNow();
  if (pick === 'door') return <DoorChoice found={found} door={chosen} choose={choose} error={error} />;

  const { request } = found.shown;
  const saying = { t, language, now, office: found.office, reader: person };
  const options =
    pick === 'about'
      ? doneInName(request).map((line) => ({
          id: line.id,
          label: sayTrail(line, request, saying).text,
          hint: sayWhen(line.at, saying),
        }))
      : pick === 'told'
        ? (['telephone', 'counter'] as const).map((id) => ({ id, label: t(`hall-request:told.${id}`) }))
        : (['goes-on', 'ended'] as const).map((id) => ({ id, label: t(`hall-request:outcome.${id}`) }));
  return (
    <ChoiceList
      name={`hall-${pick}`}
      label={t(`hall-request:pick.${pick}`)}
      labelShown
      options={options}
      chosen={chosen}
      onChoose={choose}
      error={error}
    />
  );
}
