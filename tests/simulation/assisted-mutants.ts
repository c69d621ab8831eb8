/** The rules of a draft in several hands, each broken once on purpose, with the fault that must then be seen. */
import type { Action } from '#domain/request/action.ts';
import { apply } from '#domain/request/apply.ts';
import { mayAct, type Known } from '#domain/request/may-act.ts';
import type { Request } from '#domain/request/request.ts';
import { RULES, type Rules } from './assisted-run.ts';

type Broken = readonly [name: string, rules: Rules, fault: RegExp];

/** A guard that does not hear of some refusals. */
function deaf(to: (reason: string, action: Action) => boolean): Rules {
  const guard = (request: Request | undefined, action: Action, known: Known) => {
    const refused = mayAct(request, action, known);
    return refused && request && to(refused.reason, action) ? undefined : refused;
  };
  return { ...RULES, mayAct: guard };
}

function changed(change: (next: Request, before: Request | undefined, action: Action) => Request): Rules {
  return {
    ...RULES,
    apply: (request, action, stamp) => {
      const next = apply(request, action, stamp);
      return next && change(next, request, action);
    },
  };
}

export const ASSISTED_MUTANTS: readonly Broken[] = [
  ['a mandate’s end refuses nothing', deaf((why) => why === 'mandate-ended'), /without a mandate/u],
  [
    'a mandate has no time',
    {
      ...RULES,
      mayAct: (request, action, { receivedAt: _late, ...known }) =>
        mayAct(request, { ...action, at: request?.mandate?.from ?? action.at }, known),
    },
    /after the mandate's time/u,
  ],
  [
    'a link that ended still carries',
    { ...RULES, mayAct: (request, action, { link: _any, ...known }) => mayAct(request, action, known) },
    /after the link's end/u,
  ],
  ['a helper may make up answers', deaf((why) => why === 'answers-not-as-given'), /made up/u],
  ['an objection stops nothing', deaf((why) => why === 'stopped'), /although the resident objected/u],
  [
    'a value replaces all others',
    {
      ...RULES,
      apply: (request, action, stamp) =>
        apply(
          request,
          action.kind === 'fill'
            ? {
                ...action,
                seen: Object.values(request?.draft?.standing ?? {}).flatMap((all) => all.map(({ id }) => id)),
              }
            : action,
          stamp,
        ),
    },
    /had not seen it/u,
  ],
  [
    'what was replaced is thrown away',
    changed((next) => (next.draft ? { ...next, draft: { ...next.draft, earlier: [] } } : next)),
    /cannot be read any more/u,
  ],
  [
    'what came later is thrown away',
    changed((next) => {
      const { later: _late, ...rest } = next;
      return rest;
    }),
    /nowhere but in the trail/u,
  ],
  [
    'the trail forgets what was typed',
    changed((next) => ({ ...next, trail: next.trail.map(({ entries: _typed, ...line }) => line) })),
    /missing from the trail/u,
  ],
  ['an action is not known again', { ...RULES, remembers: false }, /twice|refused here and accepted there/u],
];
