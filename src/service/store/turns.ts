/** One after another: the next piece of work starts when the one before has ended, well or badly. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

export function makeTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined); // whoever asked for it hears of it; the next is not stopped by it
    return mine;
  };
}
