/** Time, as this room asks for it, so that tests can pass it in. */
export type Clock = {
  /** ms since 1970 by this device. */
  readonly now: () => number;
  /** Runs once after so many ms, unless what it gives back is called first. */
  readonly after: (ms: number, run: () => void) => () => void;
};
