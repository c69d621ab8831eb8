import type { Examples } from './example.ts';
import { Tag } from './Tag.tsx';

export const examples: Examples = {
  tones: () => (
    <p>
      <Tag tone="mint">她自己填的</Tag> <Tag tone="sky">您填的 9:58</Tag> <Tag tone="clay">迟了 1 天</Tag>{' '}
      <Tag tone="sun">还没送出</Tag> <Tag tone="plain">3 张照片</Tag>
    </p>
  ),
};
