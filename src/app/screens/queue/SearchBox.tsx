/** The queue's search. It finds while one types, and Escape or the button beside it ends the search. */
import type { RefObject } from 'preact';
import { useHall } from '#app/hall/hall-context.ts';
import { useT } from '#app/i18n.ts';

type Props = {
  readonly box: RefObject<HTMLInputElement | null>;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** Down from the box, or Enter: to the first card found. */
  readonly onDown: () => void;
};

export function SearchBox({ box, typed, onType, onDown }: Props) {
  const t = useT();
  const { settings } = useHall();

  function hear(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') onType('');
    else if (event.key === 'ArrowDown' || event.key === 'Enter') onDown();
    else return;
    event.preventDefault();
  }

  return (
    <search class="field">
      <label for="queue-search" class="field-label">
        {t('queue:search.label')}
      </label>
      <p id="queue-search-hint" class="field-hint">
        {t('queue:search.hint')}
      </p>
      <div class="field-row">
        <input
          ref={box}
          id="queue-search"
          class="field-box"
          type="text"
          inputMode="search"
          autocomplete="off"
          value={typed}
          aria-describedby="queue-search-hint"
          aria-keyshortcuts={settings.shortcuts ? '/' : undefined}
          onInput={(event) => onType(event.currentTarget.value)}
          onKeyDown={hear}
        />
        {typed !== '' && (
          <button
            type="button"
            class="hall-button"
            onClick={() => {
              onType('');
              box.current?.focus();
            }}
          >
            {t('queue:search.clear')}
          </button>
        )}
      </div>
    </search>
  );
}
