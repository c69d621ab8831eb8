/** What the hall's screen on this device is set to, for whoever sits at it: localStorage, no personal data. */

export const PAPERS = ['a6', 'roll'] as const;
/** What the printer at this device takes: a sheet of A6, or a roll of 80 mm. */
export type Paper = (typeof PAPERS)[number];

export type HallSettings = {
  /** Single-key short cuts. They can be turned off (WCAG 2.1.4). */
  readonly shortcuts: boolean;
  /** Others can see the screen: names, numbers and addresses are covered. */
  readonly masked: boolean;
  readonly paper: Paper;
};

const KEY = 'bangban-hall';

/** What another version wrote counts as not set. */
export function readHallSettings(): HallSettings {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<HallSettings>; // each value is checked below
    return {
      shortcuts: kept.shortcuts !== false,
      masked: kept.masked === true,
      paper: PAPERS.find((one) => one === kept.paper) ?? 'a6',
    };
  } catch {
    return { shortcuts: true, masked: false, paper: 'a6' };
  }
}

export function writeHallSettings(changed: Partial<HallSettings>): HallSettings {
  const next = { ...readHallSettings(), ...changed };
  localStorage.setItem(KEY, JSON.stringify(next));
  return next;
}
