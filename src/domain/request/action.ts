/**
 * What people can do to a request. An action is made once, when somebody acts, and never changes:
 * not its id, not its words, however often it is sent.
 */
import type { Answers, Entries, Photo } from '#domain/answers/answer.ts';
import type { Mandate, Offer, ReadBack } from '#domain/mandate/mandate.ts';
import type { Given, Value } from './draft.ts';

/** `helper`: a relative, by a link. A supervisor does what a worker does, and has the last word on complaints. */
export const ROLES = ['resident', 'helper', 'worker', 'supervisor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

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
      /** By field: whose words a worker who files without a hand-over says they are. */
      readonly told?: Readonly<Record<string, Teller>>;
      /** Ends a hand-over: by field, the id of the step whose value is sent. The rule book compares. */
      readonly chosen?: Readonly<Record<string, string>>;
      /** The steps of the hand-over that this person had before their eyes. What others brought is "came later". */
      readonly seen?: readonly string[];
    }
  /** "Help me": what is filled in so far goes to the office as a draft, for whoever has the code. Also a second time. */
  | {
      readonly kind: 'hand-over';
      readonly matterId: string;
      readonly matterVersion: number;
      readonly entries: Entries;
      readonly offer: Offer;
    }
  /** A worker with the code. `proof`: HMAC-SHA-256, lower-case hex, of "<action id>:<worker id>" keyed by the code's hash. */
  | { readonly kind: 'take-over'; readonly proof: string }
  /**
   * Values for fields of a draft. Each replaces those of the steps in `seen`, and stands beside all others.
   * After the request is sent it replaces nothing: it came later.
   */
  | {
      readonly kind: 'fill';
      readonly entries: Entries;
      readonly seen: readonly string[];
      /** By field: why a worker replaces the resident's own words. */
      readonly reasons?: Readonly<Record<string, string>>;
      /** By field: whose words a worker says they are. The resident's when typed on the turned-round screen. */
      readonly told?: Readonly<Record<string, Teller>>;
    }
  /** The resident takes the mandate back, or the helper gives it back. A worker says in words who asked for it. */
  | { readonly kind: 'end-mandate'; readonly words: string }
  /** "This is not right": about one step in the resident's name. Stops the request until a supervisor has seen to it. */
  | {
      readonly kind: 'object';
      readonly about: string;
      readonly words: string;
      /** How a worker was told, for a resident without a telephone. */
      readonly told?: 'telephone' | 'counter' | 'slip';
    }
  /** A supervisor has looked at what was filed for somebody who could not agree. */
  | { readonly kind: 'confirm'; readonly words: string }
  /** A supervisor has spoken with the resident who said "this is not right". */
  | { readonly kind: 'settle'; readonly outcome: 'goes-on' | 'ended'; readonly words: string }
  /** The resident's yes to what a helper filed from elsewhere. A worker who heard it says how. */
  | { readonly kind: 'agree'; readonly words: string }
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
  'hand-over',
  'take-over',
  'fill',
  'end-mandate',
  'object',
  'confirm',
  'settle',
  'agree',
];

/** Who a value came from: the person, or what the office knew already. */
export type Teller = 'resident' | 'helper' | 'worker' | 'office';

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
  /** On the `open` of a draft: whose words each answer is, with all that was said before. */
  readonly given?: Readonly<Record<string, Given>>;
  /** On the `open` of a draft: what the sender had not seen. */
  readonly later?: readonly Value[];
  /** On an `open` by a helper that touches money or identity: nothing is done before the resident's own yes. */
  readonly awaits?: 'resident';
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
  'code-wrong',
  'code-used',
  'code-too-late',
  'not-a-draft',
  'still-a-draft',
  'answers-not-as-given',
  'supervisors-only',
  'stopped',
  'too-late-to-object',
  'nothing-to-object',
  'nothing-to-settle',
  'not-agreed-yet',
  'nothing-to-agree',
  'link-missing',
  'link-ended',
  'not-in-link',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/**
 * Refusals that speak of what the log lacks, not of the action: after the service was restored from a backup
 * the same action may pass once another device has brought back what it stands on. The service does not keep
 * them as its last word, and a device does not take them for it when the action had been accepted before.
 */
export const STANDS_ON_ANOTHER: readonly Refusal[] = [
  'unknown-request',
  'not-taken-yet',
  'not-done-yet',
  'still-a-draft',
  'not-agreed-yet',
  'stopped',
  'nothing-to-settle',
];

/** `who` names the person who was first; `field` the question that needs an answer. */
export type Refused = { readonly reason: Refusal; readonly who?: string; readonly field?: string };
