/**
 * What people can do to a request. An action is made once, when somebody acts, and never changes:
 * not its id, not its words, however often it is sent.
 */
import type { Answers, Photo } from '#domain/answers/answer.ts';
import type { Mandate, ReadBack } from '#domain/mandate/mandate.ts';

export type Role = 'resident' | 'worker';

/** Who acts. The service takes this from the session and refuses an action that claims otherwise. */
export type Person = { readonly id: string; readonly role: Role };

/** The official five levels, best first: 非常满意 满意 基本满意 不满意 非常不满意 (国办发〔2019〕51号). */
export const RATINGS = [
  'very-satisfied',
  'satisfied',
  'mostly-satisfied',
  'dissatisfied',
  'very-dissatisfied',
] as const;
export type Rating = (typeof RATINGS)[number];

type Deed =
  | {
      readonly kind: 'open';
      readonly matterId: string;
      readonly matterVersion: number;
      readonly answers: Answers;
      /** A worker files for a resident, who stays the owner: by this paper, and after this yes. */
      readonly mandate?: Mandate;
      readonly readBack?: ReadBack;
    }
  /** The resident adds something before anybody has taken the request. */
  | { readonly kind: 'add'; readonly words: string; readonly photos: readonly Photo[] }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'take' }
  /** Worker to resident, or resident to the worker who has it. */
  | { readonly kind: 'write'; readonly words: string; readonly photos: readonly Photo[] }
  | { readonly kind: 'extend'; readonly reason: string }
  | { readonly kind: 'finish'; readonly result: string; readonly photos: readonly Photo[] }
  /** Not ours: to the right door, with a reason. Whoever answered for it goes on answering. */
  | { readonly kind: 'send-back'; readonly reason: string; readonly door: string }
  | { readonly kind: 'rate'; readonly rating: Rating; readonly words: string }
  /** "Not solved": the same worker has it again. */
  | { readonly kind: 'reopen'; readonly words: string };

export type Kind = Deed['kind'];
export const KINDS: readonly Kind[] = [
  'open',
  'add',
  'withdraw',
  'take',
  'write',
  'extend',
  'finish',
  'send-back',
  'rate',
  'reopen',
];

export type Action = {
  /** 16 random bytes as lower-case hex, made when the person acts. */
  readonly id: string;
  readonly requestId: string;
  readonly officeId: string;
  readonly by: Person;
  /** The device's clock when it happened, ms since 1970. For people to read; decides nothing. */
  readonly at: number;
  readonly device: string;
  /** Counts the actions of this device, from 1, so that a lost one leaves a gap. */
  readonly dseq: number;
} & Deed;

export type Answerable = { readonly id: string; readonly name: string; readonly telephone: string };

/** What only the service knows about an action it accepted. Its clock decides; ms since 1970. */
export type Stamp = {
  readonly seq: number;
  readonly receivedAt: number;
  /** A worker's name as the office knows it. */
  readonly byName?: string;
  /** On `open`: to be read out on the telephone. Digits only; the last is a check digit. */
  readonly number?: string;
  /** On `open` and `take`. */
  readonly answerable?: Answerable;
  /** On an `open` for somebody who could not agree: by when a supervisor looks at it. */
  readonly confirmBy?: { readonly at: number; readonly calendar: 'published' | 'guessed' };
  /** On `open`, `extend` and `reopen`. `calendar` is `guessed` for a year without a published calendar. */
  readonly due?: { readonly at: number; readonly calendar: 'published' | 'guessed' };
};

/** An accepted action, in its place in the office's log. */
export type Event = { readonly action: Action; readonly stamp: Stamp };

export const REFUSALS = [
  'unknown-request',
  'unknown-matter',
  'unknown-matter-version',
  'unknown-action',
  'already-open',
  'already-taken',
  'already-rated',
  'already-extended',
  'answers-incomplete',
  'words-missing',
  'words-too-long',
  'reason-missing',
  'unknown-door',
  'workers-only',
  'residents-only',
  'not-yours',
  'other-office',
  'not-taken-yet',
  'not-done-yet',
  'too-late-to-add',
  'too-late-to-withdraw',
  'closed',
  'too-many-photos',
  'too-large',
  'mandate-missing',
  'mandate-not-for-this',
  'mandate-incomplete',
  'mandate-too-long',
  'mandate-ended',
  'sensitive-not-named',
  'not-agreed',
  'not-read-back',
  'urgent-only',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/**
 * Refusals that speak of what the log lacks, not of the action: after the service was restored from a backup
 * the same action may pass once another device has brought back what it stands on. The service does not keep
 * them as its last word, and a device does not take them for it when the action had been accepted before.
 */
export const STANDS_ON_ANOTHER: readonly Refusal[] = ['unknown-request', 'not-taken-yet', 'not-done-yet'];

/** `who` names the person who was first; `field` the question that needs an answer. */
export type Refused = { readonly reason: Refusal; readonly who?: string; readonly field?: string };
