// What a search asks of the word index: the parts of a query as sequences of tokens, a plain value.
import type { Part as AskedPart, Query } from '../../text/query.ts';

/**
 * Words that stand side by side in one text. A document answers to a part with these very forms, or with any of the
 * sequences of stems. A phrase in quotation marks has no stems, a single word has one sequence for each stem that is
 * asked for, several words that are joined by a sign (`F-35`) have one sequence between them.
 */
export interface Part {
  forms: string[];
  stems: string[][];
}

/**
 * Documents that answer to all wanted parts and to none of the unwanted; `excluding` asks for all that answer to none.
 * The same question is the same value in whichever order its parts were typed: it tells one list from another.
 */
export type Search =
  | { kind: 'matching'; wanted: Part[]; unwanted: Part[] }
  | { kind: 'excluding'; unwanted: Part[] };

/** The question to the index; null where the query has no word, and so asks for nothing in particular. */
export function searchFor({ terms, phrases, excluded }: Query): Search | null {
  const wanted = partsOf([...terms, ...phrases]);
  const unwanted = partsOf(excluded);
  if (wanted.length > 0) return { kind: 'matching', wanted, unwanted };
  return unwanted.length > 0 ? { kind: 'excluding', unwanted } : null;
}

/** Each part once, in an order of their own. */
function partsOf(asked: readonly AskedPart[]): Part[] {
  const parts = new Map(asked.map(partOf).map((part) => [JSON.stringify(part), part]));
  return [...parts.keys()].sort().map((key) => parts.get(key) as Part);
}

function partOf({ words, exact }: AskedPart): Part {
  const forms = words.map(({ normal }) => normal);
  const [only, ...others] = words;
  if (exact) return { forms, stems: [] };
  if (only && others.length === 0) return { forms, stems: only.stems.map((stem) => [stem]) };
  return { forms, stems: [words.map(({ stems: [own] }) => own as string)] };
}
