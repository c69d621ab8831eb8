/** Who somebody is to a request. */
import type { Person, Role } from './action.ts';
import type { Request } from './request.ts';

/** Those who work on requests. An administrator looks after devices and people, never after requests. */
export function isStaff(role: Role): boolean {
  return role === 'worker' || role === 'supervisor';
}

export function isOwner(request: Request, by: Person): boolean {
  return by.role === 'resident' && request.residentId === by.id;
}
