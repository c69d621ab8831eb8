/** Requests as rows to open: what it is, where it stands, when it was sent. */
import { useDeps } from '#app/deps.ts';
import { Tag } from '#app/parts/Tag.tsx';
import { Tile } from '#app/parts/Tile.tsx';
import { Tiles } from '#app/parts/Tiles.tsx';
import { sayState, type WordsContext } from '#app/request-words.ts';
import { sayDay } from '#app/say.ts';
import { inLanguage } from '#domain/words.ts';
import type { NamedRequest } from './use-requests.ts';

type Props = { readonly requests: readonly NamedRequest[]; readonly context: WordsContext };

export function RequestTiles({ requests, context }: Props) {
  const { base } = useDeps();
  return (
    <Tiles>
      {requests.map(({ shown, matter }) => {
        const { tone, title: state } = sayState(shown, context);
        const { request } = shown;
        return (
          <Tile
            key={request.id}
            icon={matter?.icon ?? 'list'}
            href={`${base}/request/${request.id}`}
            title={matter ? inLanguage(matter.title, context.language) : context.t('request:title')}
            line={
              <>
                <Tag tone={tone}>{state}</Tag>{' '}
                {context.t('requests:sent_on', {
                  day: sayDay(request.trail[0]?.at ?? request.changedAt, context),
                })}
              </>
            }
          />
        );
      })}
    </Tiles>
  );
}
