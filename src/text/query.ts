/**
 * Parses what somebody typed into a search box. No text is an error: what is no sign of the query language is text.
 *
 * Several words mean all of them; `"..."`, `«...»` and `“...”` mean these words in this order, letter by letter;
 * `-word` and `-"..."` exclude. A quotation mark without its partner is text, and so are AND, OR, NEAR, `*`.
 */
import { askedStems } from './arabic-forms.ts';
import { type Word, words } from './words.ts';

/**
 * Words that stand next to each other in one text. A text matches if it has exactly these forms, or any of the sequences of
 * stems. A phrase in quotation marks has no stems. A single word has one sequence for each stem that it may have in the index,
 * its own first. Several words that are joined by a sign (`F-35`) have one sequence of one stem each.
 */
export interface Clause {
  forms: string[];
  stems: string[][];
}

/**
 * Documents that match all `must` clauses and no `mustNot` clause. A query that only excludes has its own kind. Equal queries
 * are equal values, whatever the order in which their clauses were typed, so they can identify a list.
 */
export type TextQuery =
  | { kind: 'matching'; must: Clause[]; mustNot: Clause[] }
  | { kind: 'excluding'; mustNot: Clause[] };

/** A query with a `must` clause: its hits can be ranked. */
export type RankableQuery = TextQuery & { kind: 'matching' };

/** Bounds of the work that one query can ask for: UTF-16 units and words that are read of it. */
export const maxQueryLength = 500;
export const maxQueryWords = 32;

const EXCLUDES = '((?<=^|\\s)-(?=[\\p{L}\\p{N}"«“]))?';
const PHRASE = '"([^"]*)"|«([^»]*)»|“([^”]*)”';
/** A run of anything but spaces, quotation marks and what ends a clause; 1,000 is one run. */
const CHUNK = '((?:[^\\s"«»“”،,;؛?؟!()\\[\\]{}]|(?<=\\p{N})[,،\\u00a0\\u2009\\u202f](?=\\p{N}{3}))+)';
const PARTS = new RegExp(`${EXCLUDES}(?:${PHRASE}|${CHUNK})`, 'gu');

const ARABIC = /^[\u0621-\u064a]+$/;
/** A proclitic that punctuation separated from its word: و«القمة», لـ15. */
const DETACHED = /^[\u0621-\u064a]$/;

/** Null if the text has no word, which puts no condition on documents. Reads at most the bounds above. */
export function parseQuery(text: string): TextQuery | null {
  const must: Clause[] = [];
  const mustNot: Clause[] = [];
  let left = maxQueryWords;
  for (const match of text.slice(0, maxQueryLength).matchAll(PARTS)) {
    const [, exclude, straight, angled, curly, chunk] = match;
    const clause = clauseOf([straight, angled, curly, chunk].join(''), chunk === undefined);
    const { length } = clause.forms;
    if (length === 0 || length > left) continue;
    left -= length;
    (exclude === undefined ? must : mustNot).push(clause);
  }
  if (must.length > 0) return { kind: 'matching', must: unique(must), mustNot: unique(mustNot) };
  return mustNot.length > 0 ? { kind: 'excluding', mustNot: unique(mustNot) } : null;
}

/** Without duplicates, sorted. */
function unique(clauses: readonly Clause[]): Clause[] {
  const byText = new Map(clauses.map((clause) => [JSON.stringify(clause), clause]));
  return [...byText.keys()].sort().map((key) => byText.get(key) as Clause);
}

function clauseOf(text: string, isPhrase: boolean): Clause {
  const found = words(text);
  const attached = found.filter(({ form }) => !DETACHED.test(form));
  const asked = isPhrase || attached.length === 0 ? found : attached;
  return { forms: asked.map(({ form }) => form), stems: isPhrase ? [] : stemsOf(asked) };
}

function stemsOf(asked: readonly Word[]): string[][] {
  const [only] = asked;
  return only && asked.length === 1
    ? stemsOfWord(only).map((stem) => [stem])
    : [asked.map(({ stem }) => stem)];
}

/** Its own stem comes first. `askedStems` repeats it, unless the word is too long to be stemmed in a text. */
const stemsOfWord = ({ normal, stem }: Word): string[] =>
  ARABIC.test(normal) ? [...new Set([stem, ...askedStems(normal)])] : [stem];
