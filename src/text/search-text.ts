/**
 * Makes what a full-text index (SQLite FTS5) stores, and the MATCH expression that asks it.
 *
 * The index gets words that are already normalised, one token each, in two columns: exact forms, and stems.
 * So FTS5's own tokenizer has nothing to decide; `FTS_TOKENIZER` makes it split at spaces and leave letters
 * alone. (`unicode61` has older tables of what a letter is, and a query made of others would ask for nothing.)
 * Whatever a user typed reaches MATCH only as quoted tokens of letters and digits.
 */
import type { AskedWord, Part, Query } from './query.ts';
import { words } from './words.ts';

/** For `create virtual table ... using fts5(..., tokenize = 'ascii')`. */
export const FTS_TOKENIZER = 'ascii';

/** A token that is in no query, so that no phrase reaches from one text into the next. */
const BORDER = '‖';

/** Space-separated tokens for the two columns; the n-th of one is the n-th of the other. */
export type IndexedText = { exact: string; stems: string };

/** The names of the columns that hold exact forms and of those that hold stems; at least one each. */
export type Columns = { exact: readonly string[]; stems: readonly string[] };

/**
 * What to ask the index.
 *
 * - `nothing`: the query has no word; what that means is up to the caller.
 * - `matching`: rows for which `match` holds; those for which `exact` holds too have each word in the very
 *   form that was asked for, and rank first.
 * - `excluding`: the query only excludes. FTS5 has no expression for that: the answer is all rows but those
 *   for which `match` holds.
 */
export type Match =
  | { kind: 'nothing' }
  | { kind: 'matching'; match: string; exact: string }
  | { kind: 'excluding'; match: string };

/** The tokens of one or several texts that are indexed in one row. */
export function indexTokens(...texts: readonly string[]): IndexedText {
  const exact: string[] = [];
  const stems: string[] = [];
  for (const [index, text] of texts.entries()) {
    if (index > 0) for (const column of [exact, stems]) column.push(BORDER);
    for (const word of words(text)) {
      exact.push(word.normal);
      stems.push(word.stem);
    }
  }
  return { exact: exact.join(' '), stems: stems.join(' ') };
}

/** The MATCH expressions for a query over these columns. */
export function matchExpression(query: Query, columns: Columns): Match {
  const wanted = [...query.terms, ...query.phrases];
  const unwanted = query.excluded.map((part) => anyForm(part, columns)).join(' OR ');
  if (wanted.length === 0)
    return unwanted === '' ? { kind: 'nothing' } : { kind: 'excluding', match: unwanted };
  // NOT binds closest in FTS5, so both of its sides stand in parentheses.
  const all = (form: typeof anyForm) => {
    const every = wanted.map((part) => `(${form(part, columns)})`).join(' AND ');
    return unwanted === '' ? every : `(${every}) NOT (${unwanted})`;
  };
  return { kind: 'matching', match: all(anyForm), exact: all(exactForm) };
}

function anyForm(part: Part, columns: Columns): string {
  const exact = exactForm(part, columns);
  return part.exact ? exact : `${exact} OR ${within(columns.stems, stemsOf(part.words))}`;
}

function exactForm(part: Part, columns: Columns): string {
  return within(columns.exact, sideBySide(part.words.map((word) => word.normal)));
}

/** One word is asked for under all its stems; of several side by side, each under its own only. */
function stemsOf(asked: readonly AskedWord[]): string {
  const [only] = asked;
  if (asked.length === 1 && only !== undefined) return only.stems.map(quote).join(' OR ');
  return sideBySide(asked.flatMap((word) => word.stems.slice(0, 1)));
}

function within(columns: readonly string[], expression: string): string {
  return `({${columns.map(quote).join(' ')}} : (${expression}))`;
}

function sideBySide(tokens: readonly string[]): string {
  return tokens.map(quote).join(' + ');
}

/** An FTS5 string. Tokens hold letters and digits only; the doubling is for column names, and for good measure. */
function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
