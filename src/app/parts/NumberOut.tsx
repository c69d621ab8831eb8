/** A number to be read out on the telephone: large, in groups for the eye, digit by digit for the ear. */
import './number-out.css';

type Props = {
  readonly label: string;
  /** Digits only. */
  readonly number: string;
  /** How a reader is to say it. */
  readonly spoken: string;
};

/** Eight digits as 3-3-2, as one says a telephone number. */
export function inGroups(digits: string): string[] {
  return digits.match(/.{1,3}/gu) ?? [];
}

export function NumberOut({ label, number, spoken }: Props) {
  return (
    <p class="number-out">
      <span class="number-out-label">{label}</span>{' '}
      <span class="number-out-digits" aria-hidden="true">
        {inGroups(number).map((group, place) => (
          <span key={place}>{group}</span>
        ))}
      </span>
      <span class="for-readers">{spoken}</span>
    </p>
  );
}
