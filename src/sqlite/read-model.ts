// Derives the read model from the truth: ready documents, filter terms and name keys.

import type { Collection } from '../records/references.ts';
import { answerNotes, digestOf } from '../resources/changes/digests.ts';
import { claimDocuments } from '../resources/claims/queries.ts';
import { discrepancyDocuments } from '../resources/discrepancies/queries.ts';
import { eventDocuments } from '../resources/events/queries.ts';
import { organizationDocuments } from '../resources/organizations/queries.ts';
import { outletDocuments } from '../resources/outlets/queries.ts';
import { personDocuments } from '../resources/people/queries.ts';
import { placeDocuments } from '../resources/places/queries.ts';
import { renditionDocuments } from '../resources/renditions/queries.ts';
import { sourceDocuments } from '../resources/sources/queries.ts';
import { statementDocuments } from '../resources/statements/queries.ts';
import type { Statement } from '../resources/statements/schema.ts';
import { topicDocuments } from '../resources/topics/queries.ts';
import type { Counter, Document } from '../store/documents.ts';
import { type TextIndexWriter, textIndexWriter } from '../text-index/index-writer.ts';
import { deriveNameKeys } from './name-keys.ts';
import type { Database } from './open.ts';
import { type TermWriter, termWriter } from './postings/term-writer.ts';
import { sortedRows } from './sorted-rows.ts';
import { deriveSuggestions } from './suggestions.ts';
import { readTruth, type Truth } from './truth.ts';

/** Each collection after statements and their renditions, with what makes its documents: they ask for counts of those. */
const collections: [Collection, (truth: Truth, counter: Counter) => Iterable<Document>][] = [
  ['claims', claimDocuments],
  ['discrepancies', discrepancyDocuments],
  ['sources', sourceDocuments],
  ['people', personDocuments],
  ['organizations', organizationDocuments],
  ['outlets', outletDocuments],
  ['places', placeDocuments],
  ['topics', topicDocuments],
  ['events', eventDocuments],
];

/** Documents between two pauses, and rows that are read at a time. */
const batchSize = 500;

/**
 * Builds the whole read model anew, inside the caller's transaction. It pauses after every 500 documents, with the number
 * of them, and gives up where the pause throws.
 */
export async function deriveReadModel(
  database: Database,
  pause: (documents: number) => Promise<void>,
): Promise<void> {
  const tables = ['document_terms', 'posting', 'term', 'document', 'name_key'];
  database.exec(tables.map((table) => `DELETE FROM ${table}`).join(';'));
  const terms = termWriter(database);
  const textIndex = textIndexWriter(database);
  const write = documentWriter(database, terms, textIndex);
  const truth = readTruth(database);
  const renditions = renditionOrder(database);
  for (const document of statementDocuments(truth)) {
    const number = write('statements', document);
    renditions.add(number, document.body);
    if (number % batchSize === 0) await pause(batchSize);
  }
  for (const document of renditions.documents()) {
    if (write('renditions', document) % batchSize === 0) await pause(batchSize);
  }
  const counter: Counter = (collection, facet, value) => ({
    count: terms.count(collection, facet, value),
    href: `/${collection}?${facet}=${value}`,
  });
  for (const [collection, documents] of collections) {
    for (const document of documents(truth, counter)) {
      if (write(collection, document) % batchSize === 0) await pause(batchSize);
    }
  }
  terms.finish();
  textIndex.finish();
  deriveNameKeys(database);
  deriveSuggestions(database);
}

/** Writes one document after another, with its terms, its weight and its digest; returns its number. */
function documentWriter(
  database: Database,
  termsOf: TermWriter,
  textIndex: TextIndexWriter,
): (collection: Collection, document: Document) => number {
  const insert = database.prepare('INSERT INTO document VALUES (NULL, ?, ?, ?, ?, ?)');
  const note = answerNotes(database);

  return (collection, { id, sortKey, weight, body, terms, text }) => {
    const bytes = Buffer.from(JSON.stringify(body));
    const number = Number(insert.run(collection, id, sortKey, weight, bytes).lastInsertRowid);
    note(collection, id, digestOf(bytes));
    if (text) textIndex.add(number, text);
    termsOf.add(collection, number, terms);
    termsOf.add(collection, number, [['weight', String(weight)]]);
    return number;
  };
}

/** Sorts the renditions of all statements while these are written, and makes the documents of renditions afterwards. */
function renditionOrder(database: Database) {
  database.exec(
    'CREATE TEMP TABLE rendition_order (sort_key TEXT, statement INTEGER, position INTEGER) STRICT',
  );
  const insert = database.prepare('INSERT INTO rendition_order VALUES (?, ?, ?)');
  return {
    add(statement: number, body: Statement): void {
      for (const [position, { sortKey }] of renditionDocuments(body).entries()) {
        insert.run(sortKey, statement, position);
      }
    },
    *documents(): Generator<Document> {
      const rows = sortedRows<{ position: number; body: Buffer }>(
        database,
        'SELECT statement, position FROM rendition_order ORDER BY sort_key',
        'SELECT position, body FROM sorted JOIN document ON document.number = statement',
      );
      for (const { position, body } of rows) {
        const statement = JSON.parse(body.toString('utf8')) as Statement;
        yield renditionDocuments(statement)[position] as Document;
      }
      database.exec('DROP TABLE rendition_order');
    },
  };
}
