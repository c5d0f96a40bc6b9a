// The full-text index: how documents are written to it, and how a question is put to it.
import type { Query } from '../text/query.ts';
import { indexTokens, matchExpression } from '../text/search-text.ts';
import type { SearchText } from './documents.ts';
import type { Database } from './open.ts';
import type { Search } from './plan.ts';

/** Columns of `search_text`: exact forms, and the stems beside each. */
const quoted = { exact: ['quoted'], stems: ['quoted_stems'] };
const anywhere = { exact: ['quoted', 'own', 'names'], stems: ['quoted_stems', 'own_stems', 'names_stems'] };

/** Empties the index. */
export function clearSearchText(database: Database): void {
  database.exec("INSERT INTO search_text (search_text) VALUES ('delete-all')");
}

/** Makes the function that writes what a document can be found by. */
export function searchTextWriter(database: Database): (number: number, text: SearchText) => void {
  const insert = database.prepare(
    'INSERT INTO search_text (rowid, quoted, quoted_stems, own, own_stems, names, names_stems) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  return (number, { quoted = [], own = [], names = [] }) => {
    const columns = [quoted, own, names].map((texts) => indexTokens(...new Set(texts)));
    insert.run(number, ...columns.flatMap(({ exact, stems }) => [exact, stems]));
  };
}

/** The question to the index; null where the query has no word, and so asks for nothing in particular. */
export function searchFor(query: Query): Search | null {
  const match = matchExpression(query, anywhere);
  if (match.kind !== 'matching') return match.kind === 'nothing' ? null : match;
  const inQuotes = matchExpression(query, quoted) as typeof match; // the same query, so of the same kind
  return { ...match, quoted: inQuotes.match };
}
