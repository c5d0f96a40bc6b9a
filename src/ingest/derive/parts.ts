// Sorts the documents that are parts of other documents, which come in another order.
import { LRUCache } from 'lru-cache';
import type { Document } from '../../records/documents.ts';
import type { Parts } from '../../records/kind.ts';
import type { Collection } from '../../records/kinds.ts';
import type { Lookup } from '../../records/lookup.ts';
import type { Database } from '../../sqlite/open.ts';
import { sortedRows } from '../load/sorted-rows.ts';

export interface PartSorter {
  collection: Collection;
  /** Takes in the parts of a document that was written. */
  add(number: number, whole: Document): void;
  /** How many parts were taken in. */
  count(): number;
  /** All parts, sorted. Each is made again from its whole, so that memory does not grow with their number. */
  documents(): Iterable<Document>;
}

/** The parts of a whole, and how many of them were not read yet. */
interface Split {
  documents: Document[];
  unread: number;
}

/** The parts of a whole are often close to one another in their order. At most this many wholes wait for parts, some 10 KB each. */
const maxWaiting = 2_000;

export function partSorter(database: Database, parts: Parts, lookup: Lookup): PartSorter {
  database.exec('CREATE TEMP TABLE part (sort_key TEXT, whole INTEGER, position INTEGER) STRICT');
  const insert = database.prepare('INSERT INTO part VALUES (?, ?, ?)');
  return {
    collection: parts.collection,
    add(number, { body }) {
      for (const [position, sortKey] of parts.sortKeys(body).entries()) insert.run(sortKey, number, position);
    },
    count: () => database.prepare('SELECT count(*) FROM part').pluck().get() as number,
    *documents() {
      const bodyOf = database.prepare('SELECT CAST(body AS TEXT) FROM document WHERE number = ?').pluck();
      const statements = statementWriter(database);
      const waiting = new LRUCache<number, Split>({ max: maxWaiting });
      const splitAgain = (whole: number): Split => {
        const documents = parts.documents(JSON.parse(bodyOf.get(whole) as string), lookup);
        return { documents, unread: documents.length };
      };
      const rows = sortedRows<{ whole: number; position: number }>(
        database,
        'SELECT whole, position FROM part ORDER BY sort_key',
        'SELECT whole, position FROM sorted',
      );
      for (const { whole, position } of rows) {
        statements.add(whole);
        const split = waiting.get(whole) ?? splitAgain(whole);
        split.unread -= 1;
        if (split.unread > 0) waiting.set(whole, split);
        else waiting.delete(whole);
        yield split.documents[position] as Document;
      }
      database.exec('DROP TABLE part');
      statements.finish();
    },
  };
}

/** Writes the table `rendition_statement`: the number of each rendition's statement, in the order of the renditions. */
function statementWriter(database: Database): { add(statement: number): void; finish(): void } {
  database.exec('DELETE FROM rendition_statement');
  const insert = database.prepare('INSERT INTO rendition_statement VALUES (?, ?)');
  const numbers = new Uint32Array(65_536);
  let [block, held] = [0, 0];
  const flush = (): void => {
    if (held > 0) insert.run(block++, Buffer.from(numbers.buffer, 0, held * numbers.BYTES_PER_ELEMENT));
    held = 0;
  };
  return {
    add(statement) {
      numbers[held++] = statement;
      if (held === numbers.length) flush();
    },
    finish: flush,
  };
}
