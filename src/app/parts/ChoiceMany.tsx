/** Any number of large rows. */
import { Choice, type ChoiceOption } from './Choice.tsx';
import { FieldError } from './FieldError.tsx';

type Props = {
  /** Also the id of the first row's input: an error summary links to `#name`. */
  readonly name: string;
  /** What the group is about, for readers; seen only with `labelShown`. */
  readonly label: string;
  readonly labelShown?: boolean | undefined;
  readonly options: readonly ChoiceOption[];
  readonly chosen: readonly string[];
  readonly onToggle: (id: string) => void;
  readonly error?: string | undefined;
};

export function ChoiceMany({ name, label, labelShown, options, chosen, onToggle, error }: Props) {
  const errorId = error ? `${name}-error` : undefined;
  return (
    <fieldset class="choices" aria-describedby={errorId}>
      <legend class={labelShown ? 'field-label' : 'for-readers'}>{label}</legend>
      {error && errorId && <FieldError id={errorId} text={error} />}
      {options.map((option, place) => (
        <Choice
          key={option.id}
          kind="checkbox"
          id={place === 0 ? name : `${name}-${option.id}`}
          name={name}
          option={option}
          chosen={chosen.includes(option.id)}
          onChange={() => onToggle(option.id)}
        />
      ))}
    </fieldset>
  );
}
