/** Which of the hall's few places a path means. Anything unknown is the queue: nobody in the hall meets a dead end. */
export type HallPlace =
  | { readonly at: 'queue' }
  | { readonly at: 'request'; readonly requestId: string }
  | { readonly at: 'help' }
  | { readonly at: 'settings' };

export const QUEUE_PATH = '/hall';
export const HALL_SETTINGS_PATH = '/hall/settings';
export const HALL_HELP_PATH = '/hall/help';
export const requestPath = (id: string): string => `/hall/request/${id}`;

export function hallPlace(path: string): HallPlace {
  if (path === HALL_SETTINGS_PATH) return { at: 'settings' };
  if (path === HALL_HELP_PATH) return { at: 'help' };
  const requestId = /^\/hall\/request\/([0-9a-f]{32})\/?$/u.exec(path)?.[1];
  return requestId === undefined ? { at: 'queue' } : { at: 'request', requestId };
}
