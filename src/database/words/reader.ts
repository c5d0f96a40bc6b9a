// Stands in until the word index is there: asks FTS5.
import type { Search } from '../plan.ts';
import { Numbers } from '../postings/numbers.ts';
import type { Prepare } from '../prepare.ts';

export interface Hit {
  number: number;
  score: number;
}

interface Range {
  first: number;
  last: number;
}

export interface Words {
  matching(search: Search, range: Range): Numbers;
  best(
    search: Search & { kind: 'matching' },
    among: Numbers | null,
    range: Range,
    after: Hit | null,
    reversed: boolean,
    limit: number,
  ): { total: number; hits: Hit[] };
}

export function wordsOf(prepare: Prepare): Words {
  const numbersOf = (search: Search, { first, last }: Range): number[] =>
    prepare(
      'SELECT rowid FROM search_text WHERE search_text MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid',
    )
      .pluck()
      .all(search.match, first, last) as number[];
  return {
    matching: (search, range) => Numbers.of(numbersOf(search, range)),
    best(search, among, { first, last }, after, _reversed, limit) {
      const inRange = 'FROM search_text WHERE search_text MATCH ? AND rowid BETWEEN ? AND ?';
      const all = prepare(`SELECT rowid AS number, bm25(search_text, 8, 4, 4, 2, 2, 1)
        - 2000 * (rowid IN (SELECT rowid ${inRange})) - 1000 * (rowid IN (SELECT rowid ${inRange})) AS score ${inRange}
        ORDER BY score, number`).all(
        ...[search.exact, search.quoted, search.match].flatMap((match) => [match, first, last]),
      ) as Hit[];
      const kept = all.filter(({ number }) => among === null || among.has(number));
      const beyond = kept.filter(
        ({ number, score }) =>
          after === null || score > after.score || (score === after.score && number > after.number),
      );
      return { total: kept.length, hits: beyond.slice(0, limit) };
    },
  };
}
