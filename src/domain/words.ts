/**
 * Words of the catalogue and of an office, in every language they are written in.
 *
 * Chinese is the source language and is always there; another language falls back to it.
 */
export const SOURCE_LANGUAGE = 'zh-CN';

export type Words = { readonly 'zh-CN': string; readonly [language: string]: string };

export function inLanguage(words: Words, language: string): string {
  return words[language] ?? words[SOURCE_LANGUAGE];
}
