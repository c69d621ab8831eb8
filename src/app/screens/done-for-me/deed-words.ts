/** What others did in a resident's name, as sentences: who, what, when, and whether it can still be objected to. */
import { sayWhen, type Saying } from '#app/say.ts';
import type { Person } from '#domain/request/action.ts';
import type { Known } from '#domain/request/may-act.ts';
import { mayObject, OBJECT_WITHIN_MS } from '#domain/request/may-object.ts';
import type { Request } from '#domain/request/request.ts';
import type { TrailLine } from '#domain/request/trail.ts';

export type Deed = {
  readonly line: TrailLine;
  /** Who did it. */
  readonly name: string;
  readonly text: string;
  readonly when: string;
  /** The last moment at which one may say that it was not right, in words. */
  readonly until: string;
  /**
   * `open`: it can be said. `said`: it was said of this step. `stopped`: of another one, and all waits.
   * `settled`: a supervisor has seen to it. `draft`: it is not sent yet, and can be changed. `late`: the seven days are over, or nothing hangs on it any more.
   */
  readonly state: 'open' | 'said' | 'stopped' | 'settled' | 'draft' | 'late';
  /** The supervisor's part, when there was one. */
  readonly settled?: { readonly name: string; readonly outcome: 'goes-on' | 'ended' };
};

export function deedOf(request: Request, line: TrailLine, matter: string, by: Person, saying: Saying): Deed {
  const { t, now } = saying;
  const name =
    line.byName ?? (line.by.role === 'helper' ? t('done-for-me:family') : t('request:state.office'));
  const settle = request.trail.find((one) => one.kind === 'settle' && one.at >= line.at);
  return {
    line,
    name,
    text: textOf(line, name, matter, t),
    when: sayWhen(line.at, saying),
    until: sayWhen(line.at + OBJECT_WITHIN_MS, saying),
    state: stateOf(request, line, settle, by, now),
    ...(settle && {
      settled: { name: settle.byName ?? t('request:state.office'), outcome: settle.outcome ?? 'goes-on' },
    }),
  };
}

function textOf({ kind }: TrailLine, name: string, matter: string, t: Saying['t']): string {
  if (kind === 'open') return t('done-for-me:did.open', { name, matter });
  return kind === 'add'
    ? t('done-for-me:did.add', { name, matter })
    : t('done-for-me:did.fill', { name, matter });
}

function stateOf(
  request: Request,
  line: TrailLine,
  settle: TrailLine | undefined,
  by: Person,
  now: number,
): Deed['state'] {
  if (request.objected) return request.objected.about === line.id ? 'said' : 'stopped';
  if (settle) return 'settled';
  if (request.status === 'draft') return 'draft';
  const asked = { kind: 'object', about: line.id, words: '', by, at: now } as Parameters<typeof mayObject>[1]; // the guard reads no more of a step
  return mayObject(request, asked, NOTHING) ? 'late' : 'open';
}

const NOTHING: Known = { matter: undefined, office: undefined };
