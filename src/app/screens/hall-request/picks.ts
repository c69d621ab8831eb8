/** What a step asks to be chosen before its words. Nothing is chosen beforehand, and what has no choice is not asked. */
import { doneInName } from '#domain/request/may-object.ts';
import type { Request } from '#domain/request/request.ts';
import type { WritingStep } from './offers.ts';

/** `door`: of send-back. `outcome`: of settle. `about`: the step that was not right; `told`: how one heard of it. */
export type Pick = 'door' | 'outcome' | 'about' | 'told';
export type Picked = Partial<Record<Pick, string>>;

export function picksOf(kind: WritingStep, request: Request): readonly Pick[] {
  switch (kind) {
    case 'send-back':
      return ['door'];
    case 'settle':
      return ['outcome'];
    case 'object':
      return doneInName(request).length > 1 ? ['about', 'told'] : ['told'];
    default:
      return [];
  }
}

/** With the one step that it can be about, where there is only one. */
export function withTheOnly(kind: WritingStep, request: Request, picked: Picked): Picked {
  const [only, ...others] = doneInName(request);
  return kind === 'object' && only && others.length === 0 ? { ...picked, about: only.id } : picked;
}
