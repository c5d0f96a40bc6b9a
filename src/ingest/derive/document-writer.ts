// Writes documents: their rows, their filter terms, their words, and their digests for the log of changes.
import { hash } from 'node:crypto';
import type { Document } from '../../records/documents.ts';
import type { Collection } from '../../records/kinds.ts';
import type { Lookup } from '../../records/lookup.ts';
import type { Database } from '../../sqlite/open.ts';
import { termWriter } from '../../sqlite/postings/term-writer.ts';
import { textIndexWriter } from '../../text-index/index-writer.ts';

export interface DocumentWriter extends Pick<Lookup, 'count' | 'documents'> {
  /** Writes a document and returns its number. The documents of a collection follow one another, in its order. */
  write(collection: Collection, document: Document): number;
  /** Writes what is still held. Nothing may be written after it. */
  finish(): void;
}

/** Sixteen bytes tell any number of documents apart. */
const digestLength = 16;

/** Documents that are read at a time. */
const pageSize = 500;

/** Empties the tables of documents and fills them anew. Digests go to the temporary table `document_written`. */
export function documentWriter(database: Database): DocumentWriter {
  database.exec(`
    DELETE FROM document_terms; DELETE FROM posting; DELETE FROM term;
    DELETE FROM document_moment; DELETE FROM document;
    DROP TABLE IF EXISTS temp.document_written;
    CREATE TEMP TABLE document_written (collection TEXT, id TEXT, digest BLOB) STRICT`);
  const insert = database.prepare('INSERT INTO document VALUES (NULL, ?, ?, ?, ?, ?)');
  const insertMoment = database.prepare('INSERT INTO document_moment VALUES (?, ?)');
  const insertDigest = database.prepare('INSERT INTO document_written VALUES (?, ?, ?)');
  const bodies = database.prepare('SELECT body FROM document WHERE number BETWEEN ? AND ?').pluck();
  const terms = termWriter(database);
  const textIndex = textIndexWriter(database);
  const ranges = new Map<Collection, { first: number; last: number }>();

  return {
    write(collection, { id, sortKey, weight, body, terms: found, moment = null, text }) {
      const bytes = Buffer.from(JSON.stringify(body));
      const number = Number(insert.run(collection, id, sortKey, weight, bytes).lastInsertRowid);
      const range = ranges.get(collection);
      if (range) range.last = number;
      else ranges.set(collection, { first: number, last: number });
      insertDigest.run(collection, id, hash('sha256', bytes, 'buffer').subarray(0, digestLength));
      if (moment !== null) insertMoment.run(number, moment);
      if (text) textIndex.add(number, text);
      terms.add(collection, number, found);
      terms.add(collection, number, [['weight', String(weight)]]);
      return number;
    },
    count: (collection, facet, value) => ({
      count: terms.count(collection, facet, value),
      href: `/${collection}?${facet}=${value}`,
    }),
    *documents<Body>(collection: Collection) {
      const range = ranges.get(collection);
      if (!range) return;
      for (let from = range.first; from <= range.last; from += pageSize) {
        const page = bodies.all(from, Math.min(from + pageSize - 1, range.last)) as Buffer[];
        for (const body of page) yield JSON.parse(body.toString('utf8')) as Body;
      }
    },
    finish() {
      terms.finish();
      textIndex.finish();
    },
  };
}
