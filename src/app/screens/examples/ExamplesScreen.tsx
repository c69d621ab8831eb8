/** Every part in every example, at one size and theme: for the eye while drawing, and for axe. Only in development. */
export function ExamplesScreen() {
  return <main />;
}
