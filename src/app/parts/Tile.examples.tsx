import type { Examples } from './example.ts';
import { Tile } from './Tile.tsx';
import { Tiles } from './Tiles.tsx';

export const examples: Examples = {
  several: () => (
    <Tiles>
      <Tile icon="home-repair" title="家里要修东西" line="水、电、门锁、下水" href="#repair" />
      <Tile icon="meal" title="送饭上门" line="今天订，明天送" href="#meal" />
      <Tile icon="escort" title="陪我去看病" line="有人接、有人陪" href="#escort" />
      <Tile icon="more" title="别的事" line="还有 7 样" href="#more" />
    </Tiles>
  ),
  'name only': () => <Tile icon="person" title="我自己说" onPress={() => undefined} />,
};
