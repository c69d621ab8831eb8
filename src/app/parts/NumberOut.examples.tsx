import type { Examples } from './example.ts';
import { NumberOut } from './NumberOut.tsx';

export const examples: Examples = {
  'eight digits': () => <NumberOut label="您的号码" number="38271405" spoken="3 8 2, 7 1 4, 0 5" />,
};
