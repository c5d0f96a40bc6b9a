// An index of words over a few texts, written and read as in production.
import Sqlite from 'better-sqlite3';
import type { Test } from 'tap';
import type { SearchText } from '../../../src/database/documents.ts';
import { migrate } from '../../../src/database/migrate.ts';
import { preparer } from '../../../src/database/prepare.ts';
import { type Words, wordsOf } from '../../../src/database/words/reader.ts';
import { searchFor } from '../../../src/database/words/search.ts';
import { wordWriter } from '../../../src/database/words/writer.ts';
import { parseQuery } from '../../../src/text/query.ts';

/** More than any test numbers. */
export const everything = { first: 1, last: 1_000_000 };

export interface TestIndex {
  words: Words;
  /** The numbers of what is found, ascending; all of them where the query has no word. */
  find(typed: string): number[];
  /** The numbers of what is found, best first. */
  ranked(typed: string): number[];
}

/** An index in memory, closed with the test. Numbers ascend, and may leave some out. */
export function indexOf(
  t: Test,
  documents: Iterable<readonly [number: number, text: SearchText]>,
): TestIndex {
  const database = new Sqlite(':memory:');
  t.teardown(() => database.close());
  migrate(database);
  const writer = wordWriter(database);
  const numbers: number[] = [];
  for (const [number, text] of documents) {
    writer.add(number, text);
    numbers.push(number);
  }
  writer.finish();
  const insert = database.prepare("INSERT INTO stored_document VALUES (?, 'statements', ?, ?, 0, x'7b7d')");
  insert.run(numbers.at(-1) ?? 1, 'last', 'last'); // tells how many there are
  const words = wordsOf(preparer(database));
  return {
    words,
    find(typed) {
      const search = searchFor(parseQuery(typed));
      if (search === null) return numbers;
      const found = words.matching(search, everything);
      return numbers.filter((number) => found.has(number) === (search.kind === 'matching'));
    },
    ranked(typed) {
      const search = searchFor(parseQuery(typed));
      if (search?.kind !== 'matching') return [];
      const { hits } = words.best(search, null, everything, null, false, numbers.length);
      return hits.map(({ number }) => number);
    },
  };
}
