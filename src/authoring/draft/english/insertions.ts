// Finds what an English speech verb reports behind an insertion between commas: said, in a statement, that; say, however, the plan.

import type { Paragraph, TokenRange } from '../article.ts';
import { textAt } from '../tokens.ts';
import { opensClause } from './clauses.ts';
import type { Complement } from './report.ts';
import { isAdverb, low } from './tokens.ts';
import type { Form } from './verbs.ts';
import { takes } from './verbs.ts';

/** told the mayors, who had gathered in the city, "...": a quotation after an insertion between commas. */
function quotationAfterInsertion(
  { tokens, openings }: Paragraph,
  comma: number,
  limit: number,
): number | null {
  for (let at = comma + 1; at < Math.min(limit, comma + 16); at += 1) {
    if (/^[.;:]$/.test(textAt(tokens, at)) || openings.has(at)) return null;
    if (tokens[at]?.text === ',') return openings.has(at + 1) ? at + 1 : null;
  }
  return null;
}

/** What goes on after a comma: a quotation, a clause after an insertion, or a clause that an adverbial opens (said in 2015, it was). */
export function afterComma(
  paragraph: Paragraph,
  sentence: TokenRange,
  comma: number,
  form: Form,
  adverbial: number | null,
): Complement | null {
  const { tokens, openings } = paragraph;
  if (openings.has(comma + 1)) return { kind: 'words', from: comma + 1 };
  const adverb = afterAdverb(paragraph, comma, sentence.to, form);
  if (adverb !== null) return adverb;
  const quotation = quotationAfterInsertion(paragraph, comma, sentence.to);
  if (quotation !== null) return { kind: 'words', from: quotation };
  const resumed = afterInsertion(paragraph, comma, sentence.to);
  if (resumed !== null) return { kind: 'that', from: resumed };
  const opened =
    adverbial !== null && !form.ing && takes(form, 'clause') && opensClause(tokens, comma + 1, sentence.to)
      ? adverbial
      : null;
  return opened === null ? null : { kind: 'clause', from: opened };
}

/** say, however, that: a clause after an adverb between commas. */
function afterAdverb({ tokens }: Paragraph, comma: number, limit: number, form: Form): Complement | null {
  let at = comma + 1;
  while (
    at < comma + 4 &&
    tokens[at]?.word &&
    (isAdverb(low(tokens, at)) || /^(?:too|for|of|in|course|example|part|fact)$/.test(low(tokens, at)))
  )
    at += 1;
  if (at === comma + 1 || tokens[at]?.text !== ',') return null;
  if (low(tokens, at + 1) === 'that') return { kind: 'that', from: at + 2 };
  return !form.ing && takes(form, 'clause') && opensClause(tokens, at + 1, limit)
    ? { kind: 'clause', from: at + 1 }
    : null;
}

/** said, in a statement, that; reiterated, as he had in May, that: the clause after an insertion. */
function afterInsertion({ tokens, openings }: Paragraph, comma: number, limit: number): number | null {
  const first = low(tokens, comma + 1);
  const reach = first === 'as' || first === 'according' ? 24 : 12;
  if (/^(?:who|which|and|but|a|an)$/.test(first)) return null;
  for (let at = comma + 1; at < Math.min(limit, comma + reach); at += 1) {
    if (/^[.;:]$/.test(textAt(tokens, at)) || openings.has(at)) return null;
    if (tokens[at]?.text !== ',') continue;
    if (low(tokens, at + 1) === 'that') return at + 2;
    if (first === 'according') return at + 1;
  }
  return null;
}
