/**
 * The line to the service, as everything in this room uses it: one question, and either an answer in its
 * shape or trouble with a name. Every question has an end, for a half-open line would wait for ever.
 *
 * A 200 that is not ours is a café's login page, never an answer (R1). A body cut off on the way is no answer.
 */
import type { GenericSchema, InferOutput } from 'valibot';
import { inShape, MAGIC } from '#protocol/envelope.ts';
import type { Clock } from './clock.ts';

/** Rejects when no answer came. Credentials are in it. */
export type Call = (path: string, init?: RequestInit) => Promise<Response>;
export type Line = { readonly call: Call; readonly clock: Clock };

export type Trouble = {
  readonly at: 'offline' | 'login-page' | 'signed-out' | 'service-trouble' | 'too-large';
  /** The service asked to be left alone for so long (429, 503). */
  readonly retryAfterMs?: number;
};
export type Answered<Reply> = { readonly at: 'answered'; readonly reply: Reply };

export type Question<Schema> = {
  readonly path: string;
  readonly schema: Schema;
  /** Sent as JSON by POST; bytes by PUT; without it, GET. */
  readonly body?: object | ArrayBuffer;
  readonly withinMs?: number;
  /** Ends the question early, as if there were no line. */
  readonly signal?: AbortSignal;
};

const ANSWER_WITHIN_MS = 20_000;

export async function ask<Schema extends GenericSchema>(
  line: Line,
  question: Question<Schema>,
): Promise<Answered<InferOutput<Schema>> | Trouble> {
  const hangUp = new AbortController();
  const stopped = (): void => hangUp.abort();
  question.signal?.addEventListener('abort', stopped);
  let forget = (): void => undefined;
  const tooLong = new Promise<Trouble>((resolve) => {
    hangUp.signal.addEventListener('abort', () => resolve({ at: 'offline' }));
    forget = line.clock.after(question.withinMs ?? ANSWER_WITHIN_MS, stopped);
  });
  try {
    return await Promise.race([answer(line, question, hangUp.signal), tooLong]);
  } finally {
    forget();
    question.signal?.removeEventListener('abort', stopped);
  }
}

async function answer<Schema extends GenericSchema>(
  line: Line,
  question: Question<Schema>,
  signal: AbortSignal,
): Promise<Answered<InferOutput<Schema>> | Trouble> {
  let response: Response;
  let text: string;
  try {
    response = await line.call(question.path, {
      ...bodyOf(question.body),
      cache: 'no-store',
      redirect: 'manual',
      signal,
    });
    text = await response.text();
  } catch {
    return { at: 'offline' }; // no answer came, or it was cut off
  }
  const isJson = /^application\/json\b/u.test(response.headers.get('content-type') ?? '');
  if (!response.ok) return troubleOf(response, isJson, line.clock.now());
  if (!isJson) return { at: 'login-page' };

  const value = parsed(text);
  if (value === undefined) return { at: 'offline' }; // cut off where the protocol did not notice
  const reply = inShape(question.schema, value);
  if (reply !== undefined) return { at: 'answered', reply };
  return { at: isOurs(value) ? 'service-trouble' : 'login-page' };
}

function bodyOf(body: object | ArrayBuffer | undefined): RequestInit {
  if (body === undefined) return {};
  if (body instanceof ArrayBuffer)
    return { method: 'PUT', headers: { 'content-type': 'application/octet-stream' }, body };
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function troubleOf(response: Response, isJson: boolean, now: number): Trouble {
  const { status } = response;
  if (status === 401) return { at: isJson ? 'signed-out' : 'login-page' };
  if (status === 413) return { at: 'too-large' };
  // 0: a redirect that was not followed. 407, 511: a proxy wants somebody to log in.
  if (status < 400 || status === 407 || status === 511) return { at: 'login-page' };
  const wait = retryAfter(response.headers, now);
  return { at: 'service-trouble', ...(wait !== undefined && { retryAfterMs: wait }) };
}

/** Seconds or a date. The date is measured by the service's own clock where it says what that is. */
function retryAfter(headers: Headers, now: number): number | undefined {
  const text = headers.get('retry-after');
  if (text === null) return undefined;
  if (/^\d+$/u.test(text)) return Number(text) * 1000;
  const until = Date.parse(text) - (Date.parse(headers.get('date') ?? '') || now);
  return Number.isNaN(until) ? undefined : Math.max(0, until);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isOurs(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'bangban' in value && value.bangban === MAGIC;
}
