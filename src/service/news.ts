/** Tells those who wait that an office's log has grown. Inside this process only; nothing is kept. */
export type News = {
  readonly grown: (officeId: string) => void;
  /** Resolves when the office's log grows, after `ms`, when `signal` aborts or when the service stops. */
  readonly next: (officeId: string, ms: number, signal: AbortSignal) => Promise<void>;
  /** How many wait now. */
  readonly waiting: () => number;
  /** Lets everybody go, now and from now on. */
  readonly stop: () => void;
};

export function makeNews(): News {
  const ears = new Map<string, Set<() => void>>();
  let stopped = false;
  const tell = (officeId: string): void => {
    for (const hear of ears.get(officeId) ?? []) hear();
  };
  return {
    grown: tell,
    next: (officeId, ms, signal) =>
      new Promise((done) => {
        if (stopped || signal.aborted) return done();
        const here = ears.get(officeId) ?? new Set();
        ears.set(officeId, here);
        const leave = (): void => {
          clearTimeout(timer);
          signal.removeEventListener('abort', leave);
          here.delete(leave);
          done();
        };
        const timer = setTimeout(leave, ms);
        signal.addEventListener('abort', leave);
        here.add(leave);
      }),
    waiting: () => [...ears.values()].reduce((sum, here) => sum + here.size, 0),
    stop() {
      stopped = true;
      for (const officeId of ears.keys()) tell(officeId);
    },
  };
}
