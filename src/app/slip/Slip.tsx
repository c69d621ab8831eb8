/**
 * The slip (凭条) to take home: number, matter, who answers, by when, telephone, and the number as a code.
 * It carries nothing personal but a covered name. Whoever shows it brings the sentences, in the person's language.
 */
import { qrPicture } from '#assist/qr-picture.ts';
import { NumberOut } from '#app/parts/NumberOut.tsx';
import './slip.css';

export type SlipWords = {
  /** What it is called to a reader: 凭条. */
  readonly label: string;
  readonly office: string | undefined;
  /** Whose it is and what it is about, the name covered. */
  readonly title: string;
  readonly numberLabel: string;
  /** Eight digits; absent until the office has it. */
  readonly number: string | undefined;
  readonly lines: readonly string[];
};

/** What the code says: plain text, so that any reader shows the number. */
function codeOf(number: string): string {
  return `BANGBAN:${number}`;
}

export function Slip({ label, office, title, numberLabel, number, lines }: SlipWords) {
  return (
    <section class="slip" aria-label={label}>
      {office !== undefined && <p class="slip-office">{office}</p>}
      <p class="slip-title">{title}</p>
      {number !== undefined && (
        <div class="slip-number">
          <NumberOut label={numberLabel} number={number} spoken={number.split('').join(' ')} />
          <Code text={codeOf(number)} />
        </div>
      )}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  );
}

/** The number stands beside it in words: a reader need not hear of the code. */
function Code({ text }: { readonly text: string }) {
  const { size, path } = qrPicture(text);
  return (
    <svg class="slip-code" viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
