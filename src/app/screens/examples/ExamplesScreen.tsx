/**
 * Every part in every example, at one size and theme: for the eye while drawing, and for axe. Only in development.
 * `?size=30&theme=night` sets the page; `?show=Screen/home` shows one example alone.
 */
import { useLayoutEffect } from 'preact/hooks';
import type { Examples } from '#app/parts/example.ts';

const SIZES = ['20', '24', '30'];
const THEMES = ['day', 'night', 'contrast'];

const files = import.meta.glob<{ examples: Examples }>('../../parts/*.examples.tsx', { eager: true });

/** The examples by their part's name. */
export const EXAMPLES: readonly (readonly [part: string, examples: Examples])[] = Object.entries(files).map(
  ([path, { examples }]) => [path.replace(/.*\/|\.examples\.tsx$/g, ''), examples],
);

export function ExamplesScreen() {
  const asked = new URLSearchParams(location.search);
  const size = asked.get('size') ?? '20';
  const theme = asked.get('theme') ?? 'day';
  useLayoutEffect(() => {
    document.documentElement.dataset['size'] = size;
    document.documentElement.dataset['theme'] = theme;
  }, [size, theme]);

  function address(over: Record<string, string>): string {
    return `?${new URLSearchParams({ ...Object.fromEntries(asked), ...over }).toString()}`;
  }

  const [part, name] = asked.get('show')?.split('/') ?? [];
  const Alone = EXAMPLES.find(([each]) => each === part)?.[1][name ?? ''];
  if (Alone) return <Alone />;

  return (
    <div class="stack" style={{ maxWidth: '40rem', margin: '0 auto', padding: '20px' }}>
      <h1>Parts</h1>
      <p>
        {SIZES.map((each) => (
          <a key={each} href={address({ size: each })} style={{ marginInlineEnd: '20px' }}>
            {each}
          </a>
        ))}
        {THEMES.map((each) => (
          <a key={each} href={address({ theme: each })} style={{ marginInlineEnd: '20px' }}>
            {each}
          </a>
        ))}
      </p>
      {EXAMPLES.map(([each, examples]) => (
        <section key={each}>
          <h2>{each}</h2>
          {Object.entries(examples).map(([named, Example]) => (
            <div key={named} class="stack">
              <a href={address({ show: `${each}/${named}` })}>{named}</a>
              {each !== 'Screen' && <Example />}
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}
