/**
 * The trail of a request: who did what, in the words that people wrote. It has a line for every step,
 * also for one of a kind that this version has never heard of, so it looks at what is there and expects nothing.
 */
import { isBlank } from '#domain/answers/typed.ts';
import type { Entries, Photo } from '#domain/answers/answer.ts';
import type { Action, Kind, Person, Rating, Stamp } from './action.ts';

/** A line of the trail: who did what, in words that people wrote. Answers are not repeated in it. */
export type TrailLine = {
  readonly id: string;
  readonly kind: Kind;
  readonly by: Person;
  readonly byName?: string;
  /** The service's clock once it has been received, else the device's; ms since 1970. */
  readonly at: number;
  /** `waiting`: only this device knows of it. */
  readonly known: 'waiting' | 'received';
  readonly words?: string;
  readonly photos?: readonly Photo[];
  readonly door?: string;
  readonly rating?: Rating;
  readonly dueAt?: number;
  /** On `hand-over` and `fill`: what was given, as it was given. */
  readonly entries?: Entries;
  /** On `settle`. */
  readonly outcome?: 'goes-on' | 'ended';
  /** On a request that was filed for somebody: the resident's name. */
  readonly forName?: string;
};

/** `stamp` is absent while only this device knows of the step. */
export function trailLine(action: Action, stamp: Stamp | undefined): TrailLine {
  const said = saidIn(action);
  const forName = action.kind === 'open' ? action.mandate?.residentName : undefined;
  const shown = 'photos' in action && Array.isArray(action.photos) ? action.photos : [];
  return {
    id: action.id,
    kind: action.kind,
    by: action.by,
    at: stamp?.receivedAt ?? action.at,
    known: stamp ? 'received' : 'waiting',
    ...(stamp?.byName !== undefined && { byName: stamp.byName }),
    ...(said !== '' && { words: said }),
    ...(shown.length > 0 && { photos: shown }),
    ...(action.kind === 'send-back' && { door: action.door }),
    ...(action.kind === 'rate' && { rating: action.rating }),
    ...(forName !== undefined && !isBlank(forName) && { forName }),
    ...(stamp?.due && { dueAt: stamp.due.at }),
    ...((action.kind === 'hand-over' || action.kind === 'fill') && { entries: action.entries }),
    ...(action.kind === 'settle' && { outcome: action.outcome }),
  };
}

/** The sentence that a person wrote with the step, whatever the step calls it. */
function saidIn(action: Action): string {
  const { words, reason, result } = action as { words?: unknown; reason?: unknown; result?: unknown }; // a newer kind may have any of them, in any shape
  const text = [words, reason, result].find((one) => typeof one === 'string') ?? '';
  return isBlank(text) ? '' : text;
}
