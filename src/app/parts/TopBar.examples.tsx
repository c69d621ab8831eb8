import type { Examples } from './example.ts';
import { TopBar, TopBarButton } from './TopBar.tsx';

const help = { href: 'tel:87654321', label: '找人', title: '打电话找人帮忙' };
const size = { href: '#size', label: '字号', title: '字号和颜色' };

export const examples: Examples = {
  home: () => <TopBar brand="帮办 · 桂花社区" help={help} size={size} />,
  'with a way back': () => <TopBar back={{ href: '#back', label: '返回' }} help={help} size={size} />,
  'with reading aloud': () => (
    <TopBar
      back={{ onPress: () => undefined, label: '返回' }}
      extra={<TopBarButton icon="speak" label="读一读" onPress={() => undefined} />}
      help={help}
      size={size}
    />
  ),
};
