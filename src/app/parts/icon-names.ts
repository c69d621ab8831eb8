/** Every picture there is. The matters' names come from the catalogue; the rest belong to the app. */
import type { IconName as MatterIconName } from '#domain/matter/matter.ts';

export const APP_ICON_NAMES = [
  'back',
  'phone',
  'size',
  'speak',
  'tick',
  'phone-tick',
  'warn',
  'camera',
  'photo',
  'plus',
  'pen',
  'clock',
  'person',
  'people',
  'door',
  'search',
  'more',
  'home',
  'list',
  'star',
  'globe',
  'sun',
  'moon',
  'send',
  'close',
  'info',
  'trash',
  'pause',
  'go',
  'again',
  'stop',
] as const;

export type IconName = MatterIconName | (typeof APP_ICON_NAMES)[number];
