// A query to the index as a plain value: clauses of forms and stems.
import type { Part, Query } from './query.ts';

/**
 * Words that stand next to each other in one text. A document matches if it has exactly these forms, or any of the sequences
 * of stems. A phrase in quotation marks has no stems. A single word has one sequence for each stem that it may have in the
 * index. Several words that are joined by a sign (`F-35`) have one sequence of one stem each.
 */
export interface Clause {
  forms: string[];
  stems: string[][];
}

/**
 * Documents that match all `must` clauses and no `mustNot` clause. A query that only excludes has its own kind. Equal queries
 * are equal values, whatever the order in which their clauses were typed.
 */
export type TextQuery =
  | { kind: 'matching'; must: Clause[]; mustNot: Clause[] }
  | { kind: 'excluding'; mustNot: Clause[] };

/** A query with a `must` clause: its hits can be ranked. */
export type RankableQuery = TextQuery & { kind: 'matching' };

/** The query to the index; null if what was typed has no word, which puts no condition on documents. */
export function textQueryOf({ terms, phrases, excluded }: Query): TextQuery | null {
  const must = clausesOf([...terms, ...phrases]);
  const mustNot = clausesOf(excluded);
  if (must.length > 0) return { kind: 'matching', must, mustNot };
  return mustNot.length > 0 ? { kind: 'excluding', mustNot } : null;
}

/** Without duplicates, sorted. */
function clausesOf(parts: readonly Part[]): Clause[] {
  const clauses = new Map(parts.map(clauseOf).map((clause) => [JSON.stringify(clause), clause]));
  return [...clauses.keys()].sort().map((key) => clauses.get(key) as Clause);
}

function clauseOf({ words, exact }: Part): Clause {
  const forms = words.map(({ normal }) => normal);
  const [only, ...others] = words;
  if (exact) return { forms, stems: [] };
  if (only && others.length === 0) return { forms, stems: only.stems.map((stem) => [stem]) };
  return { forms, stems: [words.map(({ stems: [own] }) => own as string)] };
}
