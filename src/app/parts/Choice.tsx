/** One row to choose: a native radio or tick box under a large label. */
import './choice.css';

export type ChoiceOption = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
};

type Props = {
  readonly kind: 'radio' | 'checkbox';
  /** The id of the input; the first of a group carries the group's own, so that an error can lead to it. */
  readonly id: string;
  readonly name: string;
  readonly option: ChoiceOption;
  readonly chosen: boolean;
  readonly onChange: () => void;
};

export function Choice({ kind, id, name, option, chosen, onChange }: Props) {
  const hintId = option.hint ? `${name}-${option.id}-hint` : undefined;
  return (
    <label class="choice" data-chosen={chosen || undefined}>
      <input
        type={kind}
        id={id}
        name={name}
        value={option.id}
        checked={chosen}
        onChange={onChange}
        aria-describedby={hintId}
      />
      <span class="choice-words">
        <span class="choice-label">{option.label}</span>
        {hintId && (
          <span class="choice-hint" id={hintId} aria-hidden="true">
            {option.hint}
          </span>
        )}
      </span>
    </label>
  );
}
