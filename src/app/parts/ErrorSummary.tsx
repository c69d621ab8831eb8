/** All that is missing, above the heading: read out at once, and each line leads to its box. */
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import './error-summary.css';

export type FieldProblem = { /** `#` and the id of the box. */ readonly href: string; readonly text: string };

export function ErrorSummary({
  title,
  errors,
}: {
  readonly title: string;
  readonly errors: readonly FieldProblem[];
}) {
  const box = useRef<HTMLDivElement>(null);
  const said = errors.map((error) => error.text).join('\n');
  useEffect(() => {
    if (!box.current) return;
    box.current.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [said]);

  // By hand, so that following a line leaves no step in the history: "back" must lead to the screen before.
  function goTo(event: Event, href: string): void {
    const target = document.getElementById(href.slice(1));
    if (!target) return;
    event.preventDefault();
    target.focus();
  }

  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={box}>
      <Icon name="warn" />
      <div>
        <p class="error-summary-title">{title}</p>
        <ul>
          {errors.map((error) => (
            <li key={error.href}>
              <a href={error.href} onClick={(event) => goTo(event, error.href)}>
                {error.text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
