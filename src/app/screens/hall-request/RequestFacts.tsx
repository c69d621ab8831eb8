/** The head of a request: its number, by when, how urgent, who answers for it, who has it now. */
import { useDeps } from '#app/deps.ts';
import type { T } from '#app/i18n.ts';
import { NumberOut } from '#app/parts/NumberOut.tsx';
import { Tag } from '#app/parts/Tag.tsx';
import { sayDue, sayWhen } from '#app/say.ts';
import { isHeld } from '#domain/answers/asked.ts';
import { dueState } from '#domain/deadlines/due.ts';
import type { Urgency } from '#domain/matter/matter.ts';
import type { Office } from '#domain/office/office.ts';
import { inLanguage } from '#domain/words.ts';
import { MandateFacts } from './MandateFacts.tsx';
import type { HallRequest } from './use-hall-request.ts';

export type HallSaying = {
  readonly t: T;
  readonly language: 'zh-CN' | 'en';
  /** The service's clock, ms since 1970. */
  readonly now: number;
  readonly office: Office | undefined;
};

type Props = { readonly found: HallRequest; readonly saying: HallSaying };

export function RequestFacts({ found, saying }: Props) {
  const { t, language, office } = saying;
  const { request } = found.shown;
  const urgency = urgencyOf(found);
  const door = office?.doors.find(({ id }) => id === request.sentTo);
  const answerable = request.answerable;

  return (
    <div class="hall-facts">
      {request.number !== undefined && (
        <NumberOut
          label={t('hall-request:number')}
          number={request.number}
          spoken={t('hall-request:number.spoken', { number: request.number.split('').join(' ') })}
        />
      )}
      <p class="hall-tags">
        <Status found={found} t={t} />
        <Due found={found} saying={saying} />
        {request.objected && <Tag tone="clay">{t('hall-request:status.stopped')}</Tag>}
        {request.awaits && <Tag tone="sun">{t('hall-request:status.awaits')}</Tag>}
        {request.mandateEnded && <Tag tone="plain">{t('hall-request:status.mandate_ended')}</Tag>}
        {urgency && (
          <Tag tone={urgency === 'danger' ? 'clay' : 'plain'}>{t(`hall-request:urgency.${urgency}`)}</Tag>
        )}
      </p>
      {request.mandate && <MandateFacts found={found} saying={saying} />}
      {request.due?.calendar === 'guessed' && <p>{t('hall-request:due.guessed')}</p>}
      {request.extended && <p>{t('hall-request:extended')}</p>}
      {answerable && (
        <p>{t('hall-request:answerable', { name: answerable.name, telephone: answerable.telephone })}</p>
      )}
      {request.sentTo !== undefined && (
        <p>
          {t('hall-request:sent_to', {
            door: door ? inLanguage(door.name, language) : request.sentTo,
            name: answerable?.name ?? t('hall-request:somebody'),
          })}
        </p>
      )}
    </div>
  );
}

function Status({ found, t }: { readonly found: HallRequest; readonly t: T }) {
  const { person } = useDeps();
  const { request } = found.shown;
  if (request.status !== 'taken') {
    return (
      <Tag tone={request.status === 'done' ? 'mint' : 'plain'}>
        {t(`hall-request:status.${request.status}`)}
      </Tag>
    );
  }
  if (request.takenBy === person.id) return <Tag tone="mint">{t('hall-request:status.mine')}</Tag>;
  const name =
    found.colleagues[request.takenBy ?? ''] ?? request.answerable?.name ?? t('hall-request:somebody');
  return <Tag tone="sky">{t('hall-request:status.taken', { name })}</Tag>;
}

function Due({ found, saying }: Props) {
  const { t, now } = saying;
  const { due, status } = found.shown.request;
  if (status === 'done' || status === 'withdrawn' || status === 'draft' || status === 'ended') return null;
  if (!due) return <Tag tone="plain">{t('hall-request:due.none')}</Tag>;
  const state = dueState(due, now);
  if (state === 'overdue')
    return <Tag tone="clay">{t('hall-request:due.over', { due: sayWhen(due.at, saying) })}</Tag>;
  return (
    <Tag tone={state === 'soon' ? 'clay' : 'plain'}>
      {t('hall-request:due.title', { due: sayDue(due, saying) })}
    </Tag>
  );
}

/** The first limit whose condition holds names the urgency, as it does for the due day. */
function urgencyOf({ matter, shown }: HallRequest): Urgency | undefined {
  const { answers } = shown.request;
  return matter?.limits.find(({ when }) => !when || isHeld(when, matter, answers))?.urgency;
}
