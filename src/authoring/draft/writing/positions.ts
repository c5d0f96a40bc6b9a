// Places of an article as the record counts them: code points, whole lines as paragraphs, passages with their closing mark.
import type { Article, Span } from '../article.ts';
import { codePointsOf } from '../code-points.ts';

export type Positions = (span: Span) => Span;

/** A function from spans of the text (UTF-16 units) to spans in code points. */
export function positionsOf(article: Article): Positions {
  const at = codePointsOf(article.text);
  return ({ start, end }) => ({ start: at(start), end: at(end) });
}

/** The paragraphs of the record, also where the reading took a long one in pieces. */
export function linesOf({ paragraphs, text }: Article): Span[] {
  const firsts = paragraphs.filter(({ number }, at) => number !== paragraphs[at - 1]?.number);
  return firsts.map((paragraph) => lineOf(text, paragraph));
}

/** A paragraph in the record is its whole line, with spaces at its ends. */
function lineOf(text: string, { start, end }: Span): Span {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next === -1 ? text.length : next;
  return { start: from, end: text[to - 1] === '\r' ? to - 1 : to };
}

/** A passage holds the closing mark after its last word, as in the seeds. */
export function withMarks(text: string, { start, end }: Span): Span {
  const after = /^[.،,!؟?]?["»”]/.exec(text.slice(end, end + 2));
  return { start, end: after === null ? end : end + after[0].length };
}
