/** The words of each card, said once for as long as nothing changes that they depend on. */
import { useMemo } from 'preact/hooks';
import { cardWords, type CardContext, type CardWords } from './card-words.ts';
import type { QueueItem } from './queue-item.ts';

export function useCardWords(context: CardContext): (item: QueueItem) => CardWords {
  const { language, now, workerId, office, colleagues, masked } = context;
  return useMemo(() => {
    const said = new WeakMap<QueueItem, CardWords>();
    return (item) => {
      const words = said.get(item) ?? cardWords(item, context);
      said.set(item, words);
      return words;
    };
  }, [language, now, workerId, office, colleagues, masked]);
}
