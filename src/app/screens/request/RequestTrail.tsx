/** What was done, in whole sentences and in its order, and what comes next. */
import type { WordsContext } from '#app/request-words.ts';
import { sayTrail } from '#app/request-words.ts';
import { PhotoRow } from '#app/parts/PhotoRow.tsx';
import { Tag } from '#app/parts/Tag.tsx';
import { Timeline, type TimelineItem } from '#app/parts/Timeline.tsx';
import { sayDue, sayWhen } from '#app/say.ts';
import type { Person } from '#domain/request/action.ts';
import type { Request } from '#domain/request/request.ts';
import type { TrailLine } from '#domain/request/trail.ts';

type Props = {
  readonly request: Request;
  readonly context: WordsContext & { readonly reader: Person };
  readonly urls: Readonly<Record<string, string>>;
};

export function RequestTrail({ request, context, urls }: Props) {
  const { t } = context;
  const last = request.trail.length - 1;
  const lines = request.trail.map((line, place): TimelineItem => {
    const { text, words } = sayTrail(line, request, context);
    return {
      id: line.id,
      when: sayWhen(line.at, context),
      text,
      ...(words !== undefined && { words }),
      now: place === last ? 'here' : 'done',
      extra: <LineExtra line={line} context={context} urls={urls} />,
    };
  });
  const goesOn = request.due !== undefined && (request.status === 'open' || request.status === 'taken');
  const ahead: readonly TimelineItem[] =
    goesOn && request.due && request.due.at >= context.now
      ? [
          {
            id: 'ahead',
            when: '',
            text: t('request:trail.ahead', { due: sayDue(request.due, context) }),
            now: 'ahead',
          },
        ]
      : [];
  return <Timeline items={[...lines, ...ahead]} />;
}

type ExtraProps = Omit<Props, 'request'> & { readonly line: TrailLine };

function LineExtra({ line, context, urls }: ExtraProps) {
  const { t, reader } = context;
  const name = line.byName ?? t('request:state.office');
  return (
    <>
      {line.known === 'waiting' && <Tag tone="sun">{t('request:trail.waiting')}</Tag>}
      {line.photos && (
        <PhotoRow
          photos={line.photos.map(({ id }, place) => {
            const n = place + 1;
            const label =
              line.by.id === reader.id
                ? t('request:photo.yours', { n })
                : t('request:photo.worker', { name, n });
            return {
              id,
              label: urls[id] ? label : `${label}。${t('request:photo.not_here')}`,
              url: urls[id],
            };
          })}
        />
      )}
    </>
  );
}
