// Finds English quotations that are sentences of their own, without a cue: the last speaker goes on.

import type { Paragraph, TokenRange } from '../article.ts';
import { holds } from '../spans.ts';
import { textAt } from '../tokens.ts';
import { type Content, contentIn } from './contents.ts';
import type { Found } from './found.ts';
import { low } from './tokens.ts';

/** A quotation without a cue; `subject` is that of the report before it in the paragraph, null where there is none. */
export type Continuation = { content: Content; subject: TokenRange | null };

/** The quotations of a paragraph that no report holds, in order. */
export function continuationsOf(paragraph: Paragraph, found: readonly Found[]): Continuation[] {
  const { tokens, openings, sentences } = paragraph;
  const starts = new Set(sentences.map(({ from }) => from));
  return [...openings].flatMap(([open, close]): Continuation[] => {
    const opens =
      starts.has(open) ||
      (tokens[open - 1]?.text === ':' && (close - open > 5 || isAnnounced(paragraph, open)));
    const ends =
      close >= tokens.length - 1 ||
      starts.has(close + 1) ||
      /^[.!?,…—]$|^\.\.+$/.test(textAt(tokens, close - 1));
    if (!opens || !ends || close - open < 2 || isHeld(found, open)) return [];
    const content = contentIn(paragraph, [{ from: open, to: Math.min(close + 1, tokens.length) }]);
    const before = found.findLast(({ report }) => report.cue.from < open);
    return content === null ? [] : [{ content, subject: before?.report.subject?.range ?? null }];
  });
}

const ANNOUNCED =
  /^(?:message|advice|answer|response|reply|plea|verdict|conclusion|explanation|reaction|warning|say|promise|motto|prediction)$/;

/** His message is simple: "Stay home." A noun of speech before the colon. */
function isAnnounced({ tokens }: Paragraph, open: number): boolean {
  for (let at = open - 2; at >= Math.max(0, open - 8); at -= 1)
    if (ANNOUNCED.test(low(tokens, at))) return true;
  return false;
}

function isHeld(found: readonly Found[], at: number): boolean {
  return found.some(({ content }) => content.ranges.some((range) => holds(range, at)));
}
