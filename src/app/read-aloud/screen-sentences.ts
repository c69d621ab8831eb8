/**
 * What a screen says, in the order in which it is seen: every visible word in the main part, block by block, and
 * nothing that only a screen reader has.
 */
import type { Tongue } from '#voice/numerals.ts';
import { sayAloud } from '#voice/say-aloud.ts';
import type { Sentence } from '#voice/voice.ts';

/** A sentence, and the block on the screen that is marked while it is heard. */
export type Spoken = Sentence & { readonly block: Element };

export type ReadingChoice = {
  /** How Chinese is spoken on this device. */
  readonly chinese: 'cmn' | 'yue';
  /** Names, numbers, answers: on a shared machine only when the person asks for it on this screen. */
  readonly withPrivate: boolean;
};

const PRIVATE = '[data-private], .answer-value, .number-out, textarea, input';
const SKIP = '.for-readers, script, style, [hidden]';
const INLINE = /^(?:inline|contents|ruby)/u;
/** A sentence longer than this is cut at a comma: the first sound comes sooner, and stopping is heard at once. */
const SENTENCE_MOST = 40;

export function screenSentences(root: Element, choice: ReadingChoice): readonly Spoken[] {
  return blocksOf(root, choice).flatMap(({ block, text }) => {
    const tongue = tongueOf(block, choice.chinese);
    return sentences(text).map((sentence) => ({ block, tongue, text: sayAloud(sentence, tongue) }));
  });
}

type Block = { readonly block: Element; text: string };

function blocksOf(root: Element, { withPrivate }: ReadingChoice): readonly Block[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    if (node.matches(SKIP) || !isSeen(node)) return NodeFilter.FILTER_REJECT;
    return !withPrivate && node.matches(PRIVATE) && !isChoice(node)
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT;
  });
  const blocks: Block[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      const typed = typedIn(node);
      if (typed !== '') blocks.push({ block: node, text: typed });
      continue;
    }
    const text = (node.nodeValue ?? '').replace(/\s+/gu, ' ');
    if (text.trim() === '') continue;
    const block = blockOf(node.parentElement ?? root, root);
    const last = blocks.at(-1);
    if (last?.block === block) last.text += text;
    else blocks.push({ block, text: ordinal(block) + text });
  }
  return blocks;
}

/** The nearest box around the words; parts of one line belong together. */
function blockOf(element: Element, root: Element): Element {
  let block = element;
  while (block !== root && block.parentElement && INLINE.test(getComputedStyle(block).display))
    block = block.parentElement;
  return block;
}

/** Choices are heard with their number: 一，水管。 */
function ordinal(block: Element): string {
  const choice = block.closest('label');
  const input = choice?.querySelector('input[type=radio], input[type=checkbox]');
  const group = choice?.closest('fieldset');
  if (!choice || !input || !group || choice.querySelector('[data-numbered]')) return '';
  const all = [...group.querySelectorAll('label')].filter((label) => label.querySelector('input'));
  const first = choice.textContent?.trim().startsWith(block.textContent?.trim() ?? '') ?? false;
  return first && all.length > 1 ? `${all.indexOf(choice) + 1}，` : '';
}

function isChoice(element: Element): boolean {
  return element instanceof HTMLInputElement && (element.type === 'radio' || element.type === 'checkbox');
}

function typedIn(element: Element): string {
  if (element instanceof HTMLTextAreaElement) return element.value.trim();
  if (element instanceof HTMLInputElement && /^(?:text|tel|search|email|number)$/u.test(element.type))
    return element.value.trim();
  return '';
}

function isSeen(element: Element): boolean {
  return element.getClientRects().length > 0 || getComputedStyle(element).display === 'contents';
}

function tongueOf(block: Element, chinese: 'cmn' | 'yue'): Tongue {
  const language = block.closest('[lang]')?.getAttribute('lang') ?? '';
  return language.startsWith('en') ? 'en' : chinese;
}

/** At the end of a sentence; a long one also at a comma. What has no letter and no digit is not a sentence. */
export function sentences(text: string): readonly string[] {
  return (text.match(/[^。！？!?；;\n]+[。！？!?；;]*/gu) ?? [])
    .flatMap((sentence) =>
      sentence.length > SENTENCE_MOST ? (sentence.match(/[^，,：]+[，,：]*/gu) ?? []) : [sentence],
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}
