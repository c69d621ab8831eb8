/** Which photos an action or a request speaks of. */
import type { Answers } from '#domain/answers/answer.ts';
import type { Action } from '#domain/request/action.ts';
import type { Request } from '#domain/request/request.ts';

export function photosOfAction(action: Action): string[] {
  const own = 'photos' in action ? action.photos.map((photo) => photo.id) : [];
  return action.kind === 'open' ? [...own, ...ofAnswers(action.answers)] : own;
}

export function photosOfRequest(request: Request): string[] {
  const said = request.trail.flatMap((line) => line.photos ?? []);
  return [...ofAnswers(request.answers), ...said.map((photo) => photo.id)];
}

function ofAnswers(answers: Answers): string[] {
  const lists = Object.values(answers).flatMap((answer) => (answer.type === 'photos' ? [answer.photos] : []));
  return lists.flat().map((photo) => photo.id);
}
