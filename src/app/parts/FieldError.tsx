/** What is missing in one box, beside the box and in the words of the summary above. */
import { Icon } from './Icon.tsx';
import './field.css';

export function FieldError({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <p id={id} class="field-error">
      <Icon name="warn" />
      <span>{text}</span>
    </p>
  );
}
