/**
 * A request in whole sentences: where it stands now, and what was done to it by whom.
 *
 * "The office has it" is said only of what the service confirmed. What waits on this device is
 * said to wait, and a step that would change the request is not told as done before it is.
 */
import type { T } from '#app/i18n.ts';
import type { IconName } from '#app/parts/icon-names.ts';
import { sayDue } from '#app/say.ts';
import type { Kind, Person } from '#domain/request/action.ts';
import type { Office } from '#domain/office/office.ts';
import type { Request } from '#domain/request/request.ts';
import type { TrailLine } from '#domain/request/trail.ts';
import { inLanguage } from '#domain/words.ts';
import type { Shown } from '#storage/shown.ts';
import { sayForElder } from './elder-words.ts';

export type WordsContext = {
  readonly t: T;
  readonly language: string;
  /** ms since 1970; the service's clock where it is known, else the device's. */
  readonly now: number;
  /** For the names of other doors. */
  readonly office?: Office | undefined;
  /** A shared machine is not called "this phone". */
  readonly kiosk?: boolean;
  /** The request is this person's, whom the reader helps. */
  readonly elder?: string | undefined;
};

export type Said = {
  /** sun: only on this device. mint: the office has it. clay: something is needed from the person. */
  readonly tone: 'sun' | 'mint' | 'clay';
  readonly icon: IconName;
  readonly title: string;
  readonly line: string;
};

/** The one thing to say where there is room for one: what needs the person, then what waits, then the office's word. */
export function sayState(shown: Shown, context: WordsContext): Said {
  return sayRefused(shown, context) ?? sayWaiting(shown, context) ?? sayOffice(shown.request, context);
}

/** A step the service did not take, or `undefined`. */
export function sayRefused(shown: Shown, { t }: WordsContext): Said | undefined {
  if (shown.refused.length === 0 && shown.where !== 'refused') return undefined;
  const title =
    shown.where === 'refused' ? t('request:state.refused_title') : t('request:state.step_refused_title');
  return { tone: 'clay', icon: 'warn', title, line: t('request:state.refused_line') };
}

/** What only this device knows, or `undefined` when it knows nothing more than the office. */
export function sayWaiting(shown: Shown, { t, kiosk }: WordsContext): Said | undefined {
  const sun = (title: string, line: string): Said => ({ tone: 'sun', icon: 'phone-tick', title, line });
  const soon = kiosk ? t('request:state.kiosk_line') : t('request:state.device_line');
  if (shown.where === 'device' && shown.request.status === 'draft')
    return sun(t('request:state.draft_waits_title'), t('request:state.draft_on_phone'));
  if (shown.where === 'device') return sun(t('request:state.device_title'), soon);
  if (shown.waiting > 0) {
    const kind = lastWaiting(shown.request);
    if (kind === 'withdraw') return sun(t('request:state.withdraw_waits_title'), soon);
    if (kind === 'rate') return sun(t('request:state.rate_waits_title'), soon);
    if (kind === 'object') return sun(t('request:state.object_waits_title'), soon);
    if (kind === 'agree') return sun(t('request:state.agree_waits_title'), soon);
    if (kind === 'end-mandate') return sun(t('request:state.end_waits_title'), soon);
    if (kind === 'reopen') return sun(t('request:state.reopen_waits_title'), soon);
    return sun(t('request:state.words_wait_title'), t('request:state.words_wait_line'));
  }
  if (shown.photosWaiting > 0)
    return sun(t('request:state.photos_wait_title'), t('request:state.photos_wait_line'));
  return undefined;
}

/** What the office knows and has answered. Only for a request that it has. */
export function sayOffice(request: Request, context: WordsContext): Said {
  const { t, now, elder } = context;
  const helping = elder === undefined ? undefined : sayForElder(request, context, elder);
  if (helping) return helping;
  const mint = (icon: IconName, title: string, line: string): Said => ({ tone: 'mint', icon, title, line });
  const name = request.answerable?.name ?? t('request:state.office');
  if (request.status === 'withdrawn')
    return mint('tick', t('request:state.withdrawn_title'), t('request:state.withdrawn_line'));
  if (request.objected)
    return {
      tone: 'clay',
      icon: 'warn',
      title: t('request:state.stopped_title'),
      line: t('request:state.stopped_line'),
    };
  if (request.status === 'ended')
    return mint('tick', t('request:state.ended_title'), t('request:state.ended_line'));
  if (request.status === 'draft') {
    if (request.mandateEnded)
      return mint('pen', t('request:state.draft_back_title'), t('request:state.draft_back_line'));
    if (!request.mandate)
      return mint('people', t('request:state.draft_waits_title'), t('request:state.draft_waits_line'));
    return mint('people', t('request:state.draft_title'), t('request:state.draft_line'));
  }
  if (request.awaits)
    return {
      tone: 'clay',
      icon: 'person',
      title: t('request:state.awaits_title'),
      line: t('request:state.awaits_line'),
    };
  if (request.status === 'done') {
    const line = request.rating ? t('request:state.done_rated_line') : t('request:state.done_line');
    return mint('tick', t('request:state.done_title', { name }), line);
  }
  if (request.due && request.due.at < now) {
    return {
      tone: 'clay',
      icon: 'clock',
      title: t('request:state.late_title'),
      line: t('request:state.late_line', { name }),
    };
  }
  const due = request.due ? sayDue(request.due, context) : t('request:state.soon');
  if (request.sentTo) {
    const door = doorName(request.sentTo, context);
    return mint('door', t('request:state.sent_title', { door }), t('request:state.sent_line', { name }));
  }
  if (request.status === 'open') {
    return mint('tick', t('request:state.office_title'), t('request:state.office_line', { name, due }));
  }
  if (request.trail.at(-1)?.kind === 'write' && request.trail.at(-1)?.by.role === 'worker') {
    return mint('pen', t('request:state.written_title', { name }), t('request:state.written_line'));
  }
  return mint('person', t('request:state.taken_title', { name }), t('request:state.taken_line', { due }));
}

const CHANGING: readonly Kind[] = ['withdraw', 'reopen', 'object', 'agree', 'end-mandate'];

/** True when a step that waits here would change what the office says: then its old word is not repeated. */
export function waitsForChange(shown: Shown): boolean {
  return shown.request.trail.some((line) => line.known === 'waiting' && CHANGING.includes(line.kind));
}

/**
 * One line of the trail as a sentence, for the one who reads it; what the person wrote is apart, to be set as a quotation.
 * A kind that this version does not know is said to be one, and hidden from nobody.
 */
export function sayTrail(
  line: TrailLine,
  request: Request,
  context: WordsContext & { readonly reader: Person },
): { readonly text: string; readonly words?: string } {
  return { text: trailText(line, request, context), ...(line.words !== undefined && { words: line.words }) };
}

function trailText(
  line: TrailLine,
  request: Request,
  context: WordsContext & { readonly reader: Person },
): string {
  const { t, reader } = context;
  const mine = line.by.id === reader.id;
  const name = line.byName ?? request.answerable?.name ?? t('request:state.office');
  const answerable = request.answerable?.name ?? t('request:state.office');
  switch (line.kind) {
    case 'hand-over':
      return mine ? t('request:you.hand-over') : t('request:resident.hand-over');
    case 'take-over':
      return mine ? t('request:you.take-over') : t('request:worker.take-over', { name });
    case 'fill':
    case 'end-mandate':
    case 'object':
    case 'agree': {
      if (mine) return t(`request:you.${line.kind}`);
      if (line.by.role === 'resident') return t(`request:resident.${line.kind}`);
      return t(`request:worker.${line.kind}`, { name });
    }
    case 'confirm':
      return t('request:worker.confirm', { name });
    case 'settle':
      return t(`request:worker.settle.${line.outcome ?? 'goes-on'}`, { name });
    case 'open':
      if (line.by.role === 'helper' && !mine) return t('request:helper.open');
      if (line.forName === undefined) return mine ? t('request:you.open') : t('request:resident.open');
      if (mine) return t('request:you.open_for', { resident: line.forName });
      return reader.role === 'resident'
        ? t('request:worker.open_yours', { name })
        : t('request:worker.open_for', { name, resident: line.forName });
    case 'add':
      if (line.by.role === 'helper' && !mine) return t('request:helper.add');
      return mine ? t('request:you.add') : t('request:resident.add');
    case 'withdraw':
      return mine ? t('request:you.withdraw') : t('request:resident.withdraw');
    case 'write':
      if (mine) return t('request:you.write');
      if (line.by.role === 'resident') return t('request:resident.write');
      return reader.role === 'resident'
        ? t('request:worker.write', { name })
        : t('request:worker.write_resident', { name });
    case 'take':
      return mine ? t('request:you.take') : t('request:worker.take', { name });
    case 'extend': {
      const due = line.dueAt === undefined ? t('request:state.soon') : sayDue({ at: line.dueAt }, context);
      return mine ? t('request:you.extend', { due }) : t('request:worker.extend', { name, due });
    }
    case 'finish':
      return mine ? t('request:you.finish') : t('request:worker.finish', { name });
    case 'send-back': {
      const door = line.door === undefined ? t('request:state.other_door') : doorName(line.door, context);
      return t('request:worker.send_back', { door, name: answerable });
    }
    case 'rate': {
      const rating = line.rating ? t(`request:rating.${line.rating}`) : '';
      return mine ? t('request:you.rate', { rating }) : t('request:resident.rate', { rating });
    }
    case 'reopen':
      return mine
        ? t('request:you.reopen', { name: answerable })
        : t('request:resident.reopen', { name: answerable });
    default:
      return t('request:trail.newer');
  }
}

function doorName(id: string, { t, language, office }: WordsContext): string {
  const door = office?.doors.find((one) => one.id === id);
  return door ? inLanguage(door.name, language) : t('request:state.other_door');
}

function lastWaiting(request: Request): Kind | undefined {
  return request.trail.findLast((line) => line.known === 'waiting')?.kind;
}
