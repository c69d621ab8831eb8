/** The matters behind "something else", and a person for what is not among them. */
import { useDeps } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import { Page } from '#app/frame/Page.tsx';
import { Tile } from '#app/parts/Tile.tsx';
import { Tiles } from '#app/parts/Tiles.tsx';
import { useWords } from '#app/use-words.ts';
import { useMore } from './use-more.ts';

export function MoreScreen() {
  const t = useT();
  const words = useWords();
  const { base } = useDeps();
  const tiles = useMore();
  return (
    <Page title={t('more:title')} back="/">
      <Tiles>
        {tiles.map((tile) => (
          <Tile
            key={tile.id}
            icon={tile.icon}
            title={words(tile.title)}
            line={words(tile.line)}
            href={`${base}/matter/${tile.id}`}
          />
        ))}
        <Tile
          icon="person"
          title={t('more:missing.title')}
          line={t('more:missing.line')}
          href={`${base}/help`}
        />
      </Tiles>
    </Page>
  );
}
