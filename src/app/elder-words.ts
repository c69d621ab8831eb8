/** Where the request of somebody whom one helps stands: the reader is not its owner, and is not spoken to as one. */
import type { IconName } from '#app/parts/icon-names.ts';
import { sayDue } from '#app/say.ts';
import type { Request } from '#domain/request/request.ts';
import type { Said, WordsContext } from './request-words.ts';

/** `undefined` where the words are the same for everybody. */
export function sayForElder(request: Request, context: WordsContext, name: string): Said | undefined {
  const { t, now } = context;
  const say = (tone: Said['tone'], icon: IconName, title: string, line: string): Said => ({
    tone,
    icon,
    title,
    line,
  });
  const worker = request.answerable?.name ?? t('request:state.office');
  if (request.status === 'withdrawn')
    return say('mint', 'tick', t('family:state.withdrawn_title'), t('family:state.withdrawn_line', { name }));
  if (request.objected)
    return say('clay', 'warn', t('family:state.stopped_title'), t('family:state.stopped_line', { name }));
  if (request.status === 'ended')
    return say('mint', 'tick', t('family:state.ended_title'), t('family:state.ended_line', { name }));
  if (request.status === 'draft')
    return say('mint', 'people', t('family:state.draft_title'), t('family:state.draft_line', { name }));
  if (request.awaits)
    return say(
      'sun',
      'person',
      t('family:state.awaits_title', { name }),
      t('family:state.awaits_line', { name }),
    );
  if (request.status === 'done')
    return say(
      'mint',
      'tick',
      t('family:state.done_title', { worker }),
      t('family:state.done_line', { name }),
    );
  if (request.sentTo !== undefined || (request.due && request.due.at < now)) return undefined;
  if (request.status === 'open') {
    const due = request.due ? sayDue(request.due, context) : t('request:state.soon');
    return say(
      'mint',
      'tick',
      t('family:state.office_title'),
      t('family:state.office_line', { worker, due }),
    );
  }
  const last = request.trail.at(-1);
  if (last?.kind === 'write' && last.by.id !== request.residentId)
    return say(
      'mint',
      'pen',
      t('family:state.written_title', { worker }),
      t('family:state.written_line', { name }),
    );
  return undefined;
}
