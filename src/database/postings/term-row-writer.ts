// Writes the terms of documents row by row, as they come.
import type { Database } from '../open.ts';
import { RowWriter, rowOf } from './term-rows.ts';

/** Takes the terms of documents in the order of their numbers, each term of a document once. */
export interface TermRowWriter {
  add(document: number, term: number): void;
  /** Writes what is still held. */
  finish(): void;
}

/** Makes the writer of `document_terms`, which must be empty. */
export function termRowWriter(database: Database): TermRowWriter {
  const insert = database.prepare('INSERT INTO document_terms VALUES (?, ?)');
  const row = new RowWriter();
  let document = 0;
  let terms: number[] = [];

  function endRow(): void {
    const bytes = row.take(rowOf(document));
    if (bytes) insert.run(rowOf(document), bytes);
  }

  function begin(next: number): void {
    if (terms.length > 0) row.add(document, terms);
    terms = [];
    if (rowOf(next) !== rowOf(document)) endRow();
    document = next;
  }

  return {
    add(number, term) {
      if (number !== document) begin(number);
      terms.push(term);
    },
    finish() {
      begin(document);
      endRow();
    },
  };
}
