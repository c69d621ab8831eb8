import type { Examples } from './example.ts';
import { Timeline } from './Timeline.tsx';

export const examples: Examples = {
  'on its way': () => (
    <Timeline
      items={[
        { id: '1', when: '今天 9:12', text: '您交的', now: 'done' },
        {
          id: '2',
          when: '今天 9:30',
          text: '李敏接了',
          words: '王阿姨，水工下午就到，您先关总阀。',
          now: 'here',
        },
        { id: '3', when: '星期四前', text: '水工上门', now: 'ahead' },
      ]}
    />
  ),
};
