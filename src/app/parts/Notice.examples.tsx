import type { Examples } from './example.ts';
import { Notice } from './Notice.tsx';

export const examples: Examples = {
  'only on this phone': () => (
    <Notice tone="sun" icon="phone-tick" title="还没有送到社区" live>
      <p>一有网络就自动送，您不用等。</p>
    </Notice>
  ),
  'the office has it': () => (
    <Notice tone="mint" icon="tick" title="社区收到了">
      <p>李敏负责，星期四前上门。</p>
    </Notice>
  ),
  'needs you': () => (
    <Notice tone="clay" icon="warn" title="还差一张照片">
      <p>您拍好银行卡正面，就能接着办。</p>
    </Notice>
  ),
  'acting for somebody': () => <Notice tone="sky" icon="people" title="您正在替王秀兰办事，到 10:42 为止" />,
};
