/** A box to write in. It judges nothing while one writes, and cuts nothing off: what is too long is said afterwards. */
import { FieldError } from './FieldError.tsx';
import './field.css';

type Props = {
  readonly id: string;
  readonly label: string;
  /** For a screen whose heading already asks the question. */
  readonly labelHidden?: boolean | undefined;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly onInput: (text: string) => void;
  /** The person went elsewhere: a moment to keep, not to judge. */
  readonly onLeave?: (() => void) | undefined;
  readonly error?: string | undefined;
  /** More than one: a box for several lines, which grows with its words. */
  readonly lines?: number | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'search' | undefined;
  readonly autocomplete?: string | undefined;
  /** Code points. Near it, a count is shown; nothing is cut off. */
  readonly maxLength?: number | undefined;
  /** A unit behind the box: 元. */
  readonly suffix?: string | undefined;
  /** A secret to sign in with; shown as dots. */
  readonly secret?: boolean | undefined;
};

export function TextBox(props: Props) {
  const {
    id,
    label,
    labelHidden,
    hint,
    value,
    onInput,
    onLeave,
    error,
    lines = 1,
    maxLength,
    suffix,
  } = props;
  const used = Array.from(value).length;
  const near = maxLength !== undefined && used > maxLength * 0.8;
  const describedBy = [
    hint && `${id}-hint`,
    error && `${id}-error`,
    suffix && `${id}-suffix`,
    near && `${id}-count`,
  ];
  const box = {
    id,
    class: 'field-box',
    value,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': describedBy.filter(Boolean).join(' ') || undefined,
    inputMode: props.inputMode ?? 'text',
    autocomplete: props.autocomplete ?? 'off',
    onInput: (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value),
    onBlur: onLeave,
  };
  return (
    <div class="field">
      <label for={id} class={labelHidden ? 'for-readers' : 'field-label'}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} class="field-hint">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`} text={error} />}
      <div class="field-row">
        {lines > 1 ? (
          <textarea {...box} rows={lines} style={{ '--lines': String(lines) }} />
        ) : props.secret ? (
          <input {...box} type="password" />
        ) : (
          <input {...box} type="text" />
        )}
        {suffix && (
          <span id={`${id}-suffix`} class="field-suffix">
            {suffix}
          </span>
        )}
      </div>
      {near && (
        <p id={`${id}-count`} class="field-count">
          {used} / {maxLength}
        </p>
      )}
    </div>
  );
}
