/** The catalogue's and the office's words in the person's language. */
import { useLanguage } from '#app/i18n.ts';
import { inLanguage, type Words } from '#domain/words.ts';

export function useWords(): (words: Words) => string {
  const language = useLanguage();
  return (words) => inLanguage(words, language);
}
