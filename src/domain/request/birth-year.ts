/** The year in which the person was born whose request it is: as the mandate says it, else as the ID number does. */
import type { Matter } from '#domain/matter/matter.ts';
import type { Request } from './request.ts';

/** `undefined` when nobody ever said it. */
export function birthYearOf(request: Request, matter: Matter | undefined): number | undefined {
  if (request.mandate?.birthYear !== undefined) return request.mandate.birthYear;
  const field = matter?.fields.find(({ type }) => type === 'resident-id');
  const answer = field && request.answers[field.id];
  const digits = answer?.type === 'words' ? /^\d{6}(\d{4})\d{7}[\dX]$/u.exec(answer.words)?.[1] : undefined;
  return digits === undefined ? undefined : Number(digits);
}
