/** Which photos an action or a request speaks of. */
import type { Answers, Entries } from '#domain/answers/answer.ts';
import type { Action } from '#domain/request/action.ts';
import type { Request } from '#domain/request/request.ts';

export function photosOfAction(action: Action): string[] {
  const own = 'photos' in action ? action.photos.map((photo) => photo.id) : [];
  if (action.kind === 'open') return [...own, ...ofAnswers(action.answers)];
  return action.kind === 'hand-over' || action.kind === 'fill' ? [...own, ...ofAnswers(action.entries)] : own;
}

export function photosOfRequest(request: Request): string[] {
  const said = request.trail.flatMap((line) => line.photos ?? []);
  return [...ofAnswers(request.answers), ...said.map((photo) => photo.id)];
}

function ofAnswers(answers: Answers | Entries): string[] {
  const lists = Object.values(answers).flatMap((answer) => (answer.type === 'photos' ? [answer.photos] : []));
  return lists.flat().map((photo) => photo.id);
}
