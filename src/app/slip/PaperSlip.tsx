/**
 * The same slip as a sheet of its own for the printer: unseen on the screen, and on paper all there is,
 * whatever screen it is printed from. It goes with the screen that put it there.
 */
import { render } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { Paper } from '#storage/hall-settings.ts';
import { Slip, type SlipWords } from './Slip.tsx';

type Props = { readonly paper: Paper; readonly words: SlipWords };

export function PaperSlip({ paper, words }: Props) {
  const written = JSON.stringify(words);
  useLayoutEffect(() => {
    const sheet = document.createElement('div');
    sheet.className = `slip-sheet slip-sheet-${paper}`;
    sheet.hidden = true; // for readers of the screen; the printer's rules show it
    // First, so that what stands after it can be left out without naming it.
    document.body.prepend(sheet);
    render(<Slip {...words} />, sheet);
    return () => {
      render(null, sheet);
      sheet.remove();
    };
  }, [paper, written]);
  return null;
}
