import { ErrorSummary } from './ErrorSummary.tsx';
import type { Examples } from './example.ts';

export const examples: Examples = {
  'two missing': () => (
    <ErrorSummary
      title="还差两样，补上就能往下走"
      errors={[
        { href: '#card', text: '身份证号码要 18 位，现在是 10 位' },
        { href: '#birthday-error', text: '没有第 13 月，请看看月份' },
      ]}
    />
  ),
};
