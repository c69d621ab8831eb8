/**
 * The words on screen, in the person's language.
 *
 * Keys are `<file>:<key>` and typed from the Chinese files: a wrong key does not compile.
 * The first screens' words come first; the rest and the hall's are fetched when they are wanted.
 */
import { words } from 'virtual:words';
import i18next from 'i18next';
import { useEffect, useState } from 'preact/hooks';
import { SOURCE_LANGUAGE } from '#domain/words.ts';
import type { SourceWords } from './source-words.ts';

export const LANGUAGES = [
  { code: 'zh-CN', name: '中文' },
  { code: 'en', name: 'English' },
] as const;
export type Language = (typeof LANGUAGES)[number]['code'];

type WithoutPlural<Key> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;
export type WordKey = {
  [File in keyof SourceWords]: `${File}:${WithoutPlural<keyof SourceWords[File] & string>}`;
}[keyof SourceWords];

export type T = (key: WordKey, params?: Readonly<Record<string, string | number>>) => string;

/** `first` is kept small: it is on the way to the first usable screen. Which file is in which: vite.config.ts. */
export type WordsPart = 'first' | 'rest' | 'hall';

/** Fetches one part of a language's words; harmless when they are here already. */
async function fetchWords(language: string, part: WordsPart): Promise<void> {
  const piece = await words[language]?.[part]();
  for (const [file, texts] of Object.entries(piece?.files ?? {})) {
    if (!i18next.hasResourceBundle(language, file)) i18next.addResourceBundle(language, file, texts);
  }
}

const wanted = new Set<WordsPart>();

async function fetchWanted(language: string): Promise<void> {
  const languages = new Set([language, SOURCE_LANGUAGE]);
  await Promise.all([...languages].flatMap((each) => [...wanted].map((part) => fetchWords(each, part))));
}

/** Starts with the first screens' words. Rejects when they cannot be had: then nothing can be said at all. */
export async function startWords(language: Language, parts: readonly WordsPart[] = ['first']): Promise<void> {
  if (!i18next.isInitialized) {
    await i18next.init({
      lng: language,
      fallbackLng: SOURCE_LANGUAGE,
      keySeparator: false,
      interpolation: { escapeValue: false }, // Preact escapes
      resources: {},
    });
  }
  for (const part of parts) wanted.add(part);
  await fetchWanted(language);
  await i18next.changeLanguage(language);
  if (typeof document !== 'undefined') document.documentElement.lang = language;
}

/** Adds a part in the language in use. */
export async function wantWords(part: WordsPart): Promise<void> {
  wanted.add(part);
  await fetchWanted(i18next.language);
}

/** Changes text and document language together. */
export async function changeLanguage(language: Language): Promise<void> {
  await startWords(language, []);
}

export function currentLanguage(): Language {
  return LANGUAGES.find(({ code }) => code === i18next.language)?.code ?? SOURCE_LANGUAGE;
}

const translate: T = (key, params) => i18next.t(key, params ?? {});

/** The language in use; the component is drawn again when it changes. */
export function useLanguage(): Language {
  const [language, setLanguage] = useState(currentLanguage());
  useEffect(() => {
    const hear = () => setLanguage(currentLanguage());
    i18next.on('languageChanged', hear);
    return () => i18next.off('languageChanged', hear);
  }, []);
  return language;
}

export function useT(): T {
  useLanguage();
  return translate;
}
