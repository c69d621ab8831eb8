/** What one card of the queue says. */
import { maskName, maskNumbersIn } from '#app/hall/mask.ts';
import type { T } from '#app/i18n.ts';
import type { Tone } from '#app/parts/Tag.tsx';
import { sayDue, sayWhen } from '#app/say.ts';
import { dueState } from '#domain/deadlines/due.ts';
import type { Office } from '#domain/office/office.ts';
import { inLanguage } from '#domain/words.ts';
import type { QueueItem } from './queue-item.ts';

export type CardContext = {
  readonly t: T;
  readonly language: string;
  readonly now: number;
  readonly workerId: string;
  readonly office: Office | undefined;
  /** Workers' names by id. */
  readonly colleagues: Readonly<Record<string, string>>;
  /** Others can see the screen. */
  readonly masked: boolean;
};
type Mark = { readonly text: string; readonly tone: Tone };

export type CardWords = {
  readonly title: string;
  readonly line: string;
  readonly due: Mark | undefined;
  readonly marks: readonly Mark[];
};

/** All four at once. Saying days is slow enough to be felt at fifty cards a key, so a caller keeps what it got. */
export function cardWords(item: QueueItem, context: CardContext): CardWords {
  return {
    title: cardTitle(item, context),
    line: cardLine(item, context),
    due: cardDue(item, context),
    marks: cardMarks(item, context),
  };
}

export function cardTitle({ name, title }: QueueItem, { t, masked }: CardContext): string {
  const shownName = name && (masked ? maskName(name) : name);
  return t('queue:card.title', {
    name: shownName ?? t('queue:card.nameless'),
    matter: title ?? t('queue:card.matter_later'),
  });
}

/** Where, and the first words. A covered screen shows neither a door nor a number. */
function cardLine({ place, about }: QueueItem, { masked }: CardContext): string {
  const parts = masked ? [about && maskNumbersIn(about)] : [place, about];
  return parts.filter(Boolean).join(' · ');
}

function cardDue({ request: { due, status } }: QueueItem, context: CardContext): Mark | undefined {
  if (!due || status === 'done' || status === 'withdrawn' || status === 'ended') return undefined;
  const state = dueState(due, context.now);
  if (state === 'overdue') {
    return { text: context.t('queue:card.overdue', { due: sayWhen(due.at, context) }), tone: 'clay' };
  }
  return { text: sayDue(due, context), tone: state === 'soon' ? 'clay' : 'plain' };
}

function cardMarks({ shown, request }: QueueItem, context: CardContext): Mark[] {
  const { t, workerId, office, colleagues, language } = context;
  const door = office?.doors.find(({ id }) => id === request.sentTo);
  const other = request.status === 'taken' && request.takenBy !== workerId ? request.takenBy : undefined;
  const holder = other !== undefined ? (colleagues[other] ?? request.answerable?.name) : undefined;
  const marks: (Mark | false | undefined)[] = [
    shown.refused.length > 0 && { text: t('queue:card.refused'), tone: 'clay' },
    shown.waiting > 0 && { text: t('queue:card.waiting'), tone: 'sun' },
    confirmMark(request, context),
    door && { text: t('queue:card.sent_to', { door: inLanguage(door.name, language) }), tone: 'sky' },
    holder !== undefined && { text: t('queue:card.held_by', { name: holder }), tone: 'sky' },
    request.objected && { text: t('queue:card.stopped'), tone: 'clay' },
    request.awaits && { text: t('queue:card.awaits'), tone: 'sun' },
    request.status === 'draft' && { text: t('queue:card.draft'), tone: 'plain' },
    request.status === 'ended' && { text: t('queue:card.ended'), tone: 'plain' },
    request.status === 'done' && { text: t('queue:card.done'), tone: 'mint' },
    request.status === 'withdrawn' && { text: t('queue:card.withdrawn'), tone: 'plain' },
  ];
  return marks.flatMap((mark) => (mark ? [mark] : []));
}

/** For somebody who could not agree: until a supervisor has looked at it. */
function confirmMark(
  { status, mandate, confirmBy, confirmed }: QueueItem['request'],
  context: CardContext,
): Mark | undefined {
  const goesOn = status === 'open' || status === 'taken';
  if (!goesOn || confirmed || mandate?.agreed.how !== 'cannot-agree') return undefined;
  const text = confirmBy
    ? context.t('queue:card.confirm_by', { due: sayDue(confirmBy, context) })
    : context.t('queue:card.confirm');
  return { text, tone: 'clay' };
}
