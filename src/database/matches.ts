// SQL that scores what a search finds; goes with FTS5.
import type { Search } from './plan.ts';
import type { Range } from './snapshot.ts';

interface Fragment {
  sql: string;
  values: (string | number)[];
}

type Matching = Search & { kind: 'matching' };

/**
 * What the search finds, as `document` and `score`. The lower the score the better: words in the very form that was
 * asked for come before other forms, words inside quotation marks before words about them, and within that bm25
 * decides, which is never positive and far from a thousand. Weights are by column: quoted, own, names, stems at half of
 * their exact form.
 */
export function scored(search: Matching, { first, last }: Range): Fragment {
  const hits = 'FROM search_text WHERE search_text MATCH ? AND rowid BETWEEN ? AND ?';
  return {
    sql: `SELECT rowid AS document, bm25(search_text, 8, 4, 4, 2, 2, 1)
        - 2000 * (rowid IN (SELECT rowid ${hits})) - 1000 * (rowid IN (SELECT rowid ${hits})) AS score ${hits}`,
    values: [search.exact, search.quoted, search.match].flatMap((match) => [match, first, last]),
  };
}
