/** A date as one says it: year, month, day, each in its own box. No calendar to hunt in, nothing filled in beforehand. */
import { FieldError } from './FieldError.tsx';
import './field.css';

export type DateParts = { readonly year: string; readonly month: string; readonly day: string };

const PARTS = ['year', 'month', 'day'] as const;

type Props = {
  /** Also the id of the first box: an error summary links to `#id`. */
  readonly id: string;
  /** What the date is about, for readers; seen only with `labelShown`. */
  readonly label: string;
  readonly labelShown?: boolean | undefined;
  readonly value: DateParts;
  readonly labels: DateParts;
  readonly onInput: (value: DateParts) => void;
  readonly onLeave?: (() => void) | undefined;
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
};

export function DateBoxes({ id, label, labelShown, value, labels, onInput, onLeave, error, hint }: Props) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset class="field" aria-describedby={describedBy}>
      <legend class={labelShown ? 'field-label' : 'for-readers'}>{label}</legend>
      {hint && (
        <p id={`${id}-hint`} class="field-hint">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`} text={error} />}
      <div class="date-boxes">
        {PARTS.map((part) => {
          const boxId = part === 'year' ? id : `${id}-${part}`;
          return (
            <div key={part} class={`date-box date-box-${part}`}>
              <label for={boxId}>{labels[part]}</label>
              <input
                id={boxId}
                class="field-box"
                type="text"
                inputMode="numeric"
                autocomplete="off"
                value={value[part]}
                aria-invalid={error ? true : undefined}
                aria-describedby={error ? `${id}-error` : undefined}
                onInput={(event) => onInput({ ...value, [part]: event.currentTarget.value })}
                onBlur={onLeave}
              />
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
