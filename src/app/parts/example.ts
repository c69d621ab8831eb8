/** What an examples file exports: named ways to see one part, for the catalogue page, its test and axe. */
import type { JSX } from 'preact';

export type Examples = Record<string, () => JSX.Element>;
