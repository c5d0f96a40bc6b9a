// Turns the quotes of a passage into edits of its YAML: each gets its offsets.
import { isMap, isScalar } from 'yaml';
import { follow } from '../../ingest/check/locator.ts';
import { offsetOf, type Plain } from '../../ingest/read/yaml-values.ts';
import type { FieldPath } from '../../records/issue.ts';
import type { Article, Stretch } from './article.ts';
import { isFields, type Located, nothingLocated, type Passage } from './located.ts';
import { findQuotes } from './quotes.ts';
import type { Edit } from './splice.ts';
import { endOf, setFields } from './yaml-edits.ts';

/** Looks for each quote inside the span; `complain` reports one that is not there. */
export function locateQuotes(
  { text, node, value }: Passage,
  article: Article,
  span: Stretch,
  complain: (field: FieldPath, message: string) => Located,
): Located[] {
  const { quotes } = value;
  const texts = (Array.isArray(quotes) ? quotes : []).map(textOf);
  const places = findQuotes(article, span, texts);
  return texts.map((quoted, at) => {
    const place = quoted === '' ? 'expected the quoted words' : places[at];
    if (typeof place !== 'object') return complain(['quotes', at], String(place));
    return {
      ...nothingLocated,
      edits: quoteEdits(text, follow(node, ['quotes', at]), quoted, place),
      quotes: 1,
    };
  });
}

/** Looks for the words of an excerpt that is a text; `complain` reports one that is not inside the span. */
export function locateExcerpt(
  { text, node, value: { excerpt } }: Passage,
  article: Article,
  span: Stretch,
  complain: (field: FieldPath, message: string) => Located,
): Located {
  if (typeof excerpt !== 'string') return nothingLocated;
  const [place = ''] = findQuotes(article, span, [excerpt]);
  if (typeof place !== 'object') return complain(['excerpt'], place);
  return { ...nothingLocated, edits: quoteEdits(text, follow(node, ['excerpt']), excerpt, place) };
}

/** The words of a quote, whether it is a text or a group with a text; empty where it is neither. */
function textOf(quote: Plain): string {
  const { text } = isFields(quote) ? quote : { text: quote };
  return typeof text === 'string' ? text : '';
}

/** A quote that is a text becomes a group around that text, as it is written; one that is a group gets its offsets. */
function quoteEdits(text: string, node: unknown, words: string, { start, end }: Stretch): Edit[] {
  if (isMap(node)) return setFields(text, node, { start, end });
  const [from, to] = [offsetOf(node), endOf(text, node)];
  const isQuoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
  const written = isQuoted ? text.slice(from, to) : JSON.stringify(words);
  return [{ start: from, end: to, text: `{ text: ${written}, start: ${start}, end: ${end} }` }];
}
