/** What was done to the request, by whom, in whole sentences; what has not been sent yet says so. */
import { useDeps } from '#app/deps.ts';
import { useHall } from '#app/hall/hall-context.ts';
import { maskName, maskNumbersIn } from '#app/hall/mask.ts';
import { Tag } from '#app/parts/Tag.tsx';
import { Timeline } from '#app/parts/Timeline.tsx';
import { sayTrail } from '#app/request-words.ts';
import { sayWhen } from '#app/say.ts';
import type { Request } from '#domain/request/request.ts';
import type { TrailLine } from '#domain/request/trail.ts';
import { LazyPhotos } from './LazyPhotos.tsx';
import type { HallSaying } from './RequestFacts.tsx';

type Props = { readonly request: Request; readonly saying: HallSaying };

export function HallTrail({ request, saying }: Props) {
  const { t } = saying;
  const { person } = useDeps();
  const { settings } = useHall();

  const items = request.trail.map((line, at) => {
    const shown =
      settings.masked && line.forName !== undefined ? { ...line, forName: maskName(line.forName) } : line;
    const { text, words } = sayTrail(shown, request, { ...saying, reader: person });
    const isLast = at === request.trail.length - 1;
    return {
      id: line.id,
      when: sayWhen(line.at, saying),
      text,
      ...(words !== undefined && { words: settings.masked ? maskNumbersIn(words) : words }),
      now: isLast ? ('here' as const) : ('done' as const),
      extra: <Extra line={line} saying={saying} />,
    };
  });
  return (
    <section aria-labelledby="hall-trail">
      <h2 id="hall-trail">{t('hall-request:trail')}</h2>
      <Timeline items={items} />
    </section>
  );
}

function Extra({ line, saying: { t } }: { readonly line: TrailLine; readonly saying: HallSaying }) {
  return (
    <>
      {line.known === 'waiting' && <Tag tone="sun">{t('hall-request:trail.waiting')}</Tag>}
      {line.photos && <LazyPhotos photos={line.photos} label={t('hall-request:trail')} />}
    </>
  );
}
