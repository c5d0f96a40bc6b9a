// Says where a new proposition may begin: after a sentence, before a repeated 'that', before a conjunction, after a comma.
import { z } from 'zod';
import { complementizers } from '../arabic/words.ts';
import type { Span } from '../article.ts';
import { readLexicon, wordSet } from '../lexicons.ts';
import { formOf } from '../tokens.ts';

/**
 * How surely a new proposition begins: `sure` after a sentence and before a repeated 'that'; `clause` before words that begin a
 * clause; `weak` wherever a comma or an 'and' may join two clauses or only two words.
 */
export type Border = 'sure' | 'clause' | 'weak';

export type Place = { at: number; border: Border };

const lexicon = readLexicon(
  'borders',
  z.strictObject({
    'begin-with-waw': z.string(),
    'never-last': z.string(),
    'begin-clause': z.string(),
    'begin-future': z.string(),
  }),
);
const beginWithWaw = [...wordSet(lexicon['begin-with-waw'])];
const neverLast = wordSet(lexicon['never-last']);
const beginClause = wordSet(lexicon['begin-clause']);
const beginFuture = [...wordSet(lexicon['begin-future'])];

/** Full stops, dots, a question mark or a semicolon, with the closing mark after it. */
const SENTENCE_END = /(?:\.|…|[!?؟؛;])["»”]?$/;
const ABBREVIATION = /^(?:\p{L}|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|St|U\.S)\.$/u;
const COMMA_OR_DASH = /(?:[،,]["»”]?|^[-–—])$/;
const LEAST_FUTURE = 5;
const LEAST_WITH_AND = 4;

/** The places in a span where a proposition may begin, in order, the start of the span apart. */
export function bordersIn(text: string, { start, end }: Span): Place[] {
  const tokens = [...text.slice(start, end).matchAll(/\S+/g)];
  return tokens.flatMap(([token], number) => {
    const before = tokens[number - 1]?.[0];
    if (before === undefined) return [];
    const border = borderBetween(before, token, tokens[number + 1]?.[0] ?? '');
    return border === null ? [] : { at: start + (tokens[number]?.index ?? 0), border };
  });
}

function borderBetween(before: string, token: string, after: string): Border | null {
  if (SENTENCE_END.test(before) && !ABBREVIATION.test(before)) return 'sure';
  const [word, next] = [bare(token), bare(after)];
  if (repeatsThat(word, next)) return 'sure';
  if (neverLast.has(bare(before))) return null;
  if (beginsClause(word, next)) return 'clause';
  return COMMA_OR_DASH.test(before) || isJoinedByAnd(word) ? 'weak' : null;
}

/** The normalised word without marks. */
const bare = (token: string): string => formOf(token.replace(/[^\p{L}\p{M}\p{N}]+/gu, ''));

function repeatsThat(word: string, next: string): boolean {
  if (/^[وف]/.test(word)) return complementizers.has(word.slice(1)) || word === 'والا';
  return (word === 'and' || word === 'but' || word === 'or') && next === 'that';
}

function beginsClause(word: string, next: string): boolean {
  if (word === 'الا' || word === 'غير') return complementizers.has(next);
  return beginClause.has(word) || (word.length >= LEAST_FUTURE && startsWithOne(word, beginFuture));
}

/** An Arabic 'and' is written onto its word; before an article it joins nouns. */
function isJoinedByAnd(word: string): boolean {
  if (word === 'او' || word === 'and' || word === 'or') return true;
  return /^و(?!ال)/.test(word) && word.length >= LEAST_WITH_AND && !startsWithOne(word, beginWithWaw);
}

const startsWithOne = (word: string, beginnings: readonly string[]): boolean =>
  beginnings.some((beginning) => word.startsWith(beginning));
