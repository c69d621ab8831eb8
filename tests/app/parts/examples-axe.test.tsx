// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { EXAMPLES } from '#app/screens/examples/ExamplesScreen.tsx';

afterEach(cleanup);

const all = EXAMPLES.flatMap(([part, examples]) =>
  Object.entries(examples).map(([name, Example]) => [part, name, Example] as const),
);

test.each(all)('%s, %s: nothing stands in the way of a reader', async (part, _, Example) => {
  document.documentElement.lang = 'zh-CN';
  document.title = '帮办';
  const { container } = render(
    part === 'Screen' ? (
      <Example />
    ) : (
      <main>
        <Example />
      </main>
    ),
  );
  const found = await axe.run(container, {
    // Colours and sizes need a real layout: the browser tests look at those.
    rules: { 'color-contrast': { enabled: false }, 'color-contrast-enhanced': { enabled: false } },
    resultTypes: ['violations'],
  });
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});
