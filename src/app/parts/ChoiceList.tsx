/** One of several large rows. None is chosen until the person does, and choosing never moves on by itself. */
import { Choice, type ChoiceOption } from './Choice.tsx';
import { FieldError } from './FieldError.tsx';

type Props = {
  /** Also the id of the first row's input: an error summary links to `#name`. */
  readonly name: string;
  /** What the group is about, for readers; seen only with `labelShown`, since the heading usually says it. */
  readonly label: string;
  readonly labelShown?: boolean | undefined;
  readonly options: readonly ChoiceOption[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly error?: string | undefined;
};

export function ChoiceList({ name, label, labelShown, options, chosen, onChoose, error }: Props) {
  const errorId = error ? `${name}-error` : undefined;
  return (
    <fieldset
      class="choices"
      role="radiogroup"
      aria-describedby={errorId}
      aria-invalid={error ? true : undefined}
    >
      <legend class={labelShown ? 'field-label' : 'for-readers'}>{label}</legend>
      {error && errorId && <FieldError id={errorId} text={error} />}
      {options.map((option, place) => (
        <Choice
          key={option.id}
          kind="radio"
          id={place === 0 ? name : `${name}-${option.id}`}
          name={name}
          option={option}
          chosen={option.id === chosen}
          onChange={() => onChoose(option.id)}
        />
      ))}
    </fieldset>
  );
}
