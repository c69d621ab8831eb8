/** What to do about an answer that cannot be taken yet. The sentence names the question, for it is also read far from it. */
import type { T } from '#app/i18n.ts';
import type { AnswerRefusal } from '#domain/answers/answer.ts';

export function sayAnswerRefusal(label: string, refusal: AnswerRefusal, t: T): string {
  const text = t(`errors:${refusal}`, { label });
  return text.includes(label) ? text : t('question:error', { label, text });
}
