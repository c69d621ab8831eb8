/** What every step that carries words or pictures must keep to. */
import type { Photo } from '#domain/answers/answer.ts';
import { isBlank, isLongerThan } from '#domain/answers/typed.ts';
import type { Action, Refused } from './action.ts';

/** Unicode code points that one message may have: about four pages. */
export const WORDS_MOST = 4000;
const PHOTOS_MOST = 3;

export function mayHold(action: Action): Refused | undefined {
  switch (action.kind) {
    case 'add':
    case 'write':
      return words(action.words, 'words-missing', action.photos.length > 0) ?? photos(action.photos);
    case 'finish':
      return words(action.result, 'words-missing') ?? photos(action.photos);
    case 'extend':
    case 'send-back':
      return words(action.reason, 'reason-missing');
    case 'confirm':
    case 'settle':
      return words(action.words, 'words-missing');
    case 'end-mandate':
    case 'object':
    case 'agree':
    case 'rate':
    case 'reopen':
      return words(action.words, 'words-missing', true);
    default:
      return undefined;
  }
}

function words(
  text: string,
  missing: 'words-missing' | 'reason-missing',
  mayBeEmpty = false,
): Refused | undefined {
  if (isBlank(text) && !mayBeEmpty) return { reason: missing };
  return isLongerThan(text, WORDS_MOST) ? { reason: 'words-too-long' } : undefined;
}

function photos(list: readonly Photo[]): Refused | undefined {
  return list.length > PHOTOS_MOST ? { reason: 'too-many-photos' } : undefined;
}
