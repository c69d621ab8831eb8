/**
 * What the service writes down about its own work: one JSON line each, ids and codes only.
 * Never a person's words, and never an error's message, which may quote them.
 */
export type LogLine = {
  readonly what: string;
  readonly [detail: string]: string | number | readonly string[];
};
export type Log = (line: LogLine) => void;

export function makeLog(write: (text: string) => void, now: () => number): Log {
  return (line) => write(`${JSON.stringify({ at: new Date(now()).toISOString(), ...line })}\n`);
}

/** An error's kind, code and places in our own files. */
export function errorLine(error: unknown): {
  readonly error: string;
  readonly code: string;
  readonly places: readonly string[];
} {
  if (!(error instanceof Error)) return { error: typeof error, code: '', places: [] };
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  return {
    error: error.name,
    code: 'code' in error ? String(error.code) : '',
    places: places.slice(0, 5).map((line) => line.trim()),
  };
}
