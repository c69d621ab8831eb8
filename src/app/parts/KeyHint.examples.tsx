import type { Examples } from './example.ts';
import { KeyHint } from './KeyHint.tsx';

export const examples: Examples = {
  'beside its word': () => (
    <p>
      我来接
      <KeyHint keys="Alt+1" />
    </p>
  ),
};
