/**
 * Every part in every example, at one size and theme: for the eye while drawing, and for axe. Only in development.
 * `?size=30&theme=night` sets the page; `?show=Screen/home` shows one example alone.
 */
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
  const { dataset } = document.documentElement;
  dataset['size'] = asked.get('size') ?? dataset['size'] ?? '20';
  dataset['theme'] = asked.get('theme') ?? dataset['theme'] ?? 'day';

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
        {SIZES.map((size) => (
          <a key={size} href={address({ size })} style={{ marginInlineEnd: '20px' }}>
            {size}
          </a>
        ))}
        {THEMES.map((theme) => (
          <a key={theme} href={address({ theme })} style={{ marginInlineEnd: '20px' }}>
            {theme}
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
