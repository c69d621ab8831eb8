/**
 * Who may do what, when. This is the whole list: what does not stand here is refused.
 * Read: a kind of step, by whom, on a request in which state. may-table.test.ts walks every role through every
 * step in every state.
 */
import type { Kind } from '#domain/request/action.ts';

export const WHO = [
  'the resident', // whose request it is
  'another resident',
  'a helper with a live link', // and a mandate of her own for this request
  'a helper without a link', // it was ended, or never was
  'the worker who has it', // once it is taken
  'another worker',
  'a worker with a live mandate', // of the hand-over, or of paper
  'a worker whose mandate ended',
  'a supervisor',
  'the supervisor who filed it', // under a mandate
  'an administrator', // looks after devices and people, never after requests
] as const;
export type Who = (typeof WHO)[number];

export const WHEN = [
  'unheard of',
  'a draft, handed over',
  'a draft, in a helper’s hands', // in those of whoever tries, when that person has a mandate; else a colleague's
  'open',
  'taken',
  'done',
  'withdrawn',
  'ended',
  'open, objected to',
  'taken, objected to',
  'done, objected to',
  'open, awaiting the resident’s yes',
  'open, to be confirmed',
  'taken, to be confirmed',
] as const;
export type When = (typeof WHEN)[number];

const DRAFT: readonly When[] = ['a draft, handed over', 'a draft, in a helper’s hands'];
/** Sent, and nobody has it yet. */
const OPEN: readonly When[] = [
  'open',
  'open, objected to',
  'open, awaiting the resident’s yes',
  'open, to be confirmed',
];
const TAKEN: readonly When[] = ['taken', 'taken, objected to', 'taken, to be confirmed'];
const DONE: readonly When[] = ['done', 'done, objected to'];
const OVER: readonly When[] = ['withdrawn', 'ended'];
/** Standing still until a supervisor has seen to it. */
const OBJECTED: readonly When[] = ['open, objected to', 'taken, objected to', 'done, objected to'];

const SENT: readonly When[] = [...OPEN, ...TAKEN, ...DONE, ...OVER];
const MOVING = (of: readonly When[]): readonly When[] => of.filter((when) => !OBJECTED.includes(when));

type Rule = Partial<Record<Who, readonly When[]>>;

/** Everybody who works on requests, whatever the part they have in this one. */
const anyStaff = (when: readonly When[]): Rule => ({
  'the worker who has it': when,
  'another worker': when,
  'a worker with a live mandate': when,
  'a worker whose mandate ended': when,
  'a supervisor': when,
  'the supervisor who filed it': when,
});

export const MAY: Readonly<Record<Kind, Rule>> = {
  // A resident for oneself; a worker on paper; a helper under a link. A draft: its resident, and who has it.
  open: {
    ...anyStaff(['unheard of']),
    'the resident': ['unheard of', ...DRAFT],
    'another resident': ['unheard of'],
    'a helper with a live link': ['unheard of'],
    'a worker with a live mandate': ['unheard of', 'a draft, in a helper’s hands'],
    'the supervisor who filed it': ['unheard of', 'a draft, in a helper’s hands'],
  },
  add: {
    'the resident': OPEN,
    'a helper with a live link': OPEN,
    'a worker with a live mandate': OPEN,
    'the supervisor who filed it': OPEN,
  },
  // Never for somebody else. At any time when it was not the resident's will in the first place.
  withdraw: { 'the resident': [...DRAFT, ...OPEN, 'taken, objected to'] },
  take: anyStaff(['open', 'open, to be confirmed']),
  write: { 'the resident': TAKEN, 'the worker who has it': TAKEN },
  extend: { 'the worker who has it': MOVING(TAKEN) },
  finish: { 'the worker who has it': MOVING(TAKEN) },
  'send-back': { ...anyStaff(MOVING(OPEN)), 'the worker who has it': MOVING([...OPEN, ...TAKEN]) },
  // Never for somebody else.
  rate: { 'the resident': DONE },
  reopen: { 'the resident': DONE },

  'hand-over': { 'the resident': ['unheard of', ...DRAFT], 'another resident': ['unheard of'] },
  'take-over': anyStaff(['a draft, handed over']),
  // After sending, the resident's own comes later, beside the answers.
  fill: {
    'the resident': [...DRAFT, ...OPEN, ...TAKEN],
    'a worker with a live mandate': ['a draft, in a helper’s hands'],
    'the supervisor who filed it': ['a draft, in a helper’s hands'],
  },
  // A worker at the resident's word, with words.
  'end-mandate': {
    ...anyStaff([...DRAFT, ...SENT]),
    'the resident': [...DRAFT, ...SENT],
    'a helper with a live link': SENT, // gives it back
    'a helper without a link': SENT,
    'a worker whose mandate ended': ['a draft, handed over'], // the others have ended already
  },
  // A worker whom the resident told, and who says how.
  object: {
    ...anyStaff(MOVING([...OPEN, ...TAKEN, ...DONE])),
    'the resident': MOVING([...OPEN, ...TAKEN, ...DONE]),
  },
  confirm: { 'a supervisor': ['open, to be confirmed', 'taken, to be confirmed'] },
  settle: { 'a supervisor': [...OBJECTED, 'open, to be confirmed', 'taken, to be confirmed'] },
  // A worker who heard it says how.
  agree: {
    ...anyStaff(['open, awaiting the resident’s yes']),
    'the resident': ['open, awaiting the resident’s yes'],
  },
};
