import type { Examples } from './example.ts';
import { ScreenTitle } from './ScreenTitle.tsx';

export const examples: Examples = {
  plain: () => <ScreenTitle>今天要办什么事？</ScreenTitle>,
  'with its step': () => (
    <ScreenTitle step="第 2 步，共 5 步">水漏得厉害吗？家里的东西有没有泡水？</ScreenTitle>
  ),
};
