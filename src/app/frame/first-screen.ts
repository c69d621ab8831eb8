/** The moment from which somebody can do something. What the first screen does not need is fetched after it. */
let here = (): void => undefined;

export const firstScreen = new Promise<void>((resolve) => {
  here = resolve;
});

/** Called by whichever screen is first; harmless when called again. */
export function firstScreenIsHere(): void {
  here();
}
