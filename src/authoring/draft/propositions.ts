// Cuts what was said into propositions: sentences of a quotation that can each be a statement of their own.
import type { Span } from './article.ts';
import type { Utterance } from './utterance.ts';

/** A full stop, dots or a question mark, with the closing mark after it, and a space or the end behind. */
const SENTENCE_END = /(?:\.{1,}|…|[!?؟])["»”]?(?=\s)/g;
const LEAST_WORDS = 3;

/** The propositions of an utterance in order: at least one; none shorter than three words is cut off alone. */
export function propositionsOf(text: string, utterance: Utterance): Span[] {
  return utterance.contents.flatMap((content) => cut(text, content));
}

function cut(text: string, { start, end }: Span): Span[] {
  const words = text.slice(start, end);
  const parts: Span[] = [];
  let from = start;
  for (const match of words.matchAll(SENTENCE_END)) {
    const to = start + match.index + match[0].length;
    if (
      to >= end ||
      wordsIn(text.slice(from, to)) < LEAST_WORDS ||
      wordsIn(text.slice(to, end)) < LEAST_WORDS
    )
      continue;
    if (/(?:^|\s)\p{L}\.$|\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|St|U\.S)\.$/u.test(text.slice(from, to))) continue;
    parts.push(trimmed(text, { start: from, end: to }));
    from = to;
  }
  parts.push(trimmed(text, { start: from, end }));
  return parts;
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** Without spaces at the ends, full stop and dots at the end. */
function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const before = words.length - words.trimStart().length;
  const after = words
    .trimEnd()
    .replace(/[.…]+$/, '')
    .trimEnd().length;
  return { start: start + before, end: Math.max(start + before + 1, start + after) };
}
