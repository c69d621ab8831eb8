/** POST /api/v1/wait: answers when the office's log grows past `after`, or after `WAIT_MS` with the head as it was. */
import * as v from 'valibot';
import { envelope } from './envelope.ts';

export const WAIT_PATH = '/api/v1/wait';
export const WAIT_MS = 25_000;

export const waitBody = v.object({ ...envelope, officeId: v.string(), after: v.number() });
export const waitReply = v.object({ ...envelope, head: v.number() });
