// A text index over a few texts, written and read as in production.
import Sqlite from 'better-sqlite3';
import type { Test } from 'tap';
import { migrate } from '../../src/sqlite/migrate.ts';
import { preparer } from '../../src/sqlite/prepare.ts';
import type { IndexedText } from '../../src/text/indexed-text.ts';
import { parseQuery } from '../../src/text/query.ts';
import { indexReader } from '../../src/text-index/index-reader.ts';
import { textIndexWriter } from '../../src/text-index/index-writer.ts';
import { openTextIndex, type TextIndex } from '../../src/text-index/text-index.ts';

/** More than any test uses. */
export const everything = { first: 1, last: 1_000_000 };

export interface TestIndex {
  index: TextIndex;
  /** The ids of the documents that are found, ascending; all of them if the query has no word. */
  find(typed: string): number[];
  /** The ids of the documents that are found, best first. */
  ranked(typed: string): number[];
}

/** An index in memory, closed with the test. Ids ascend, and may leave some out. */
export function indexOf(
  t: Test,
  documents: Iterable<readonly [docId: number, text: IndexedText]>,
): TestIndex {
  const database = new Sqlite(':memory:');
  t.teardown(() => database.close());
  migrate(database);
  const writer = textIndexWriter(database);
  const docIds: number[] = [];
  for (const [docId, text] of documents) {
    writer.add(docId, text);
    docIds.push(docId);
  }
  writer.finish();
  const index = openTextIndex(indexReader(preparer(database)), () => docIds.at(-1) ?? 1);
  return {
    index,
    find(typed) {
      const query = parseQuery(typed);
      if (query === null) return docIds;
      const found = index.matching(query, everything);
      return docIds.filter((docId) => found.has(docId) === (query.kind === 'matching'));
    },
    ranked(typed) {
      const query = parseQuery(typed);
      if (query?.kind !== 'matching') return [];
      const { hits } = index.best(query, null, everything, { after: null, limit: docIds.length });
      return hits.map(({ docId }) => docId);
    },
  };
}
