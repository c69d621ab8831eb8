import { BigButton } from './BigButton.tsx';
import type { Examples } from './example.ts';

export const examples: Examples = {
  main: () => <BigButton look="main">下一步</BigButton>,
  busy: () => (
    <BigButton look="main" busy>
      正在记下…
    </BigButton>
  ),
  plain: () => (
    <BigButton look="plain" icon="phone" href="tel:87654321">
      打电话找人帮忙
    </BigButton>
  ),
  quiet: () => <BigButton look="quiet">这一题我不知道</BigButton>,
  warn: () => (
    <BigButton look="warn" icon="trash">
      不办了，撤回
    </BigButton>
  ),
};
