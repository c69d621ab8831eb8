/**
 * What this phone remembers outside any person's database: how it looks.
 *
 * A private window may forbid storage altogether; then these live as long as the page, and nothing breaks.
 */
export type Settings = {
  readonly language: 'zh-CN' | 'en';
  /** px of the body text. */
  readonly size: '20' | '24' | '30';
  readonly theme: 'day' | 'night' | 'contrast';
  /** Of reading aloud; 1 is as fast as the voice's maker meant it. */
  readonly speed: '0.5' | '0.7' | '0.9' | '1.2' | '1.5';
  readonly chinese: 'cmn' | 'yue';
  /** Every screen is read by itself, after the first touch. */
  readonly every: boolean;
  /** Whether a voice was heard: any; or only the app's own, because the system's was not. Absent until somebody has said. */
  readonly voice?: 'any' | 'engine';
  /** The first screen, size and language, has been answered. */
  readonly started: boolean;
};

const FIRST: Settings = {
  language: 'zh-CN',
  size: '20',
  theme: 'day',
  speed: '0.9',
  chinese: 'cmn',
  every: false,
  started: false,
};
const LANGUAGES = ['zh-CN', 'en'] as const;
const SIZES = ['20', '24', '30'] as const;
const THEMES = ['day', 'night', 'contrast'] as const;
export const SPEEDS = ['0.5', '0.7', '0.9', '1.2', '1.5'] as const;
const CHINESE = ['cmn', 'yue'] as const;
const VOICES = ['any', 'engine'] as const;

const SETTINGS = 'bangban-settings';

/** Stands in where the browser keeps nothing. */
const memory = new Map<string, string>();

export function readSettings(): Settings {
  const kept = parsed(read(SETTINGS));
  const voice = VOICES.find((one) => one === kept['voice']);
  return {
    language: LANGUAGES.find((one) => one === kept['language']) ?? FIRST.language,
    size: SIZES.find((one) => one === kept['size']) ?? FIRST.size,
    theme: THEMES.find((one) => one === kept['theme']) ?? FIRST.theme,
    speed: SPEEDS.find((one) => one === kept['speed']) ?? FIRST.speed,
    chinese: CHINESE.find((one) => one === kept['chinese']) ?? FIRST.chinese,
    every: kept['every'] === true,
    ...(voice && { voice }),
    started: kept['started'] === true,
  };
}

export function writeSettings(change: Partial<Settings>): void {
  write(SETTINGS, JSON.stringify({ ...readSettings(), ...change }));
}

function read(key: string): string | undefined {
  const here = memory.get(key);
  if (here !== undefined) return here;
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined; // forbidden in this window; `memory` is all there is
  }
}

function write(key: string, value: string | undefined): void {
  memory.delete(key);
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    if (value !== undefined) memory.set(key, value); // forbidden or full: kept for as long as the page lives
  }
}

/** What another version or a hand in the developer tools wrote counts as nothing. */
function parsed(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}; // each value is checked by the reader
  } catch {
    return {};
  }
}
