/** The short cut of the thing it stands beside. For the eye only: a reader gets it from `aria-keyshortcuts`. */
import './key-hint.css';

/** @param keys as one presses them: `N`, `Alt+1`. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span class="key-hint" aria-hidden="true">
      {keys.split('+').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
