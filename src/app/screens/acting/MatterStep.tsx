/** What is it about? The same matters that residents see. */
import { loadMatter, offeredTiles } from '#app/catalogue.ts';
import { useDeps } from '#app/deps.ts';
import { useT } from '#app/i18n.ts';
import { Icon } from '#app/parts/Icon.tsx';
import { ScreenTitle } from '#app/parts/ScreenTitle.tsx';
import { Tile } from '#app/parts/Tile.tsx';
import { Tiles } from '#app/parts/Tiles.tsx';
import { useLive } from '#app/use-live.ts';
import { useWords } from '#app/use-words.ts';
import type { Matter } from '#domain/matter/matter.ts';

type Props = {
  readonly name: string;
  readonly onBack: () => void;
  readonly onChosen: (matter: Matter) => void;
};

export function MatterStep({ name, onBack, onChosen }: Props) {
  const t = useT();
  const words = useWords();
  const { db } = useDeps();
  const tiles = useLive(() => offeredTiles(db), [db]) ?? [];
  const choose = async (id: string) => {
    const matter = await loadMatter(db, id);
    if (matter) onChosen(matter);
  };
  return (
    <div class="hall-page">
      <button type="button" class="hall-button" onClick={onBack}>
        <Icon name="back" />
        {t('acting:back')}
      </button>
      <ScreenTitle title={t('acting:matter')}>{t('acting:matter.for', { name })}</ScreenTitle>
      <Tiles>
        {tiles.map(({ id, icon, title, line }) => (
          <Tile
            key={id}
            icon={icon}
            title={words(title)}
            line={words(line)}
            onPress={() => void choose(id)}
          />
        ))}
      </Tiles>
    </div>
  );
}
