/** One request as the queue sees it: whose, what, where, when, and every word by which it can be found. */
import { sayAnswer, type AnswerWordsContext } from '#app/answer-words.ts';
import { addressField, residentName } from '#app/hall/resident-of.ts';
import type { Answer } from '#domain/answers/answer.ts';
import type { Matter } from '#domain/matter/matter.ts';
import type { Request } from '#domain/request/request.ts';
import { inLanguage } from '#domain/words.ts';
import type { Shown } from '#storage/shown.ts';

export type QueueItem = {
  readonly shown: Shown;
  readonly request: Request;
  /** `undefined` until the matter has been fetched. */
  readonly title: string | undefined;
  readonly name: string | undefined;
  readonly place: string | undefined;
  /** The beginning of what the resident wrote: tells two requests of one matter apart. */
  readonly about: string | undefined;
  /** Everything searchable, made even by `even`. */
  readonly words: string;
  /** Digits of number and telephones, one run each. */
  readonly numbers: readonly string[];
};

const ABOUT_SIGNS = 40;
/** Kinds of answer whose words are said the same way as they are written; days and sums are not searched. */
const SAID: readonly Answer['type'][] = ['words', 'choice', 'choices', 'address'];

export function queueItem(shown: Shown, matter: Matter | undefined, context: AnswerWordsContext): QueueItem {
  const { request } = shown;
  const title = matter && inLanguage(matter.title, context.language);
  const paper = request.mandate ?? request.draft?.offer;
  const name = residentName(matter, request.answers) ?? paper?.residentName;
  const address = addressField(matter);
  const place =
    address && request.answers[address.id] && sayAnswer(address, request.answers[address.id], context);
  const said = answersSaid(request, matter, context);
  const trail = request.trail.map((line) => line.words ?? '');
  return {
    shown,
    request,
    title,
    name,
    place,
    about: aboutOf(request, matter),
    words: even([request.number, title, name, ...said, ...trail, request.answerable?.name].join('\n')),
    numbers: [request.number ?? '', ...said.map((words) => words.replace(/\D/gu, ''))].filter(
      (run) => run.length > 2,
    ),
  };
}

/** One form for what is typed and what is found in: width, case and blanks make no difference. */
export function even(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function answersSaid(request: Request, matter: Matter | undefined, context: AnswerWordsContext): string[] {
  const fields = new Map(matter?.fields.map((field) => [field.id, field]));
  return Object.entries(request.answers).flatMap(([id, answer]) => {
    const field = fields.get(id);
    if (answer.type === 'words') return [answer.words];
    return field && SAID.includes(answer.type) ? [sayAnswer(field, answer, context)] : [];
  });
}

function aboutOf(request: Request, matter: Matter | undefined): string | undefined {
  const field = matter?.fields.find(
    ({ id, type }) => type === 'long-text' && request.answers[id]?.type === 'words',
  );
  const answer = field && request.answers[field.id];
  if (answer?.type !== 'words') return undefined;
  const signs = Array.from(
    answer.words
      .replace(/\s+/gu, ' ')
      .trim()
      .slice(0, ABOUT_SIGNS * 2),
  );
  return signs.length > ABOUT_SIGNS ? `${signs.slice(0, ABOUT_SIGNS).join('')}…` : signs.join('');
}
