// Derives the read model from the truth: ready documents, filter terms and name keys.
import { answerNotes, digestOf } from '../changes/digests.ts';
import { claimDocuments } from '../claims/queries.ts';
import { discrepancyDocuments } from '../discrepancies/queries.ts';
import { eventDocuments } from '../events/queries.ts';
import { organizationDocuments } from '../organizations/queries.ts';
import { outletDocuments } from '../outlets/queries.ts';
import { personDocuments } from '../people/queries.ts';
import { placeDocuments } from '../places/queries.ts';
import type { Collection } from '../references.ts';
import { sourceDocuments } from '../sources/queries.ts';
import { statementBatches } from '../statements/rows.ts';
import { textIndexWriter } from '../text-index/index-writer.ts';
import { topicDocuments } from '../topics/queries.ts';
import type { Counter, Document } from './documents.ts';
import { encoder } from './encoder.ts';
import { madeBeside } from './making/beside.ts';
import { type MadeBatch, makerOf } from './making/maker.ts';
import { statementWriter, type Writers } from './making/writing.ts';
import { deriveNameKeys } from './name-keys.ts';
import type { Database } from './open.ts';
import { passageWriter } from './passages.ts';
import { termWriter } from './postings/term-writer.ts';
import { deriveSuggestions } from './suggestions.ts';
import { glossaryOf, readGlossary, readTruth, type Truth } from './truth.ts';

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

/** Answers between two pauses. */
const betweenPauses = 500;

/**
 * Builds the whole read model anew, inside the caller's transaction. Every so many answers it pauses, with
 * the number of them, and gives up where the pause throws. From so many statements on, their answers are made in a thread.
 */
export async function deriveReadModel(
  database: Database,
  pause: (answers: number) => Promise<void>,
  besideFrom: number,
): Promise<void> {
  const tables = ['document_terms', 'posting', 'term', 'passage', 'stored_document', 'name_key'];
  database.exec(tables.map((table) => `DELETE FROM ${table}`).join(';'));
  const terms = termWriter(database);
  const textIndex = textIndexWriter(database);
  const note = answerNotes(database);
  const passages = passageWriter(database, terms);
  const writeStatements = statementWriter(database, { terms, textIndex, note, passages });
  for await (const made of madeStatements(database, besideFrom)) {
    writeStatements(made);
    await pause(made.statements.length);
  }
  for (const written of passages.write()) await pause(written);
  const truth = readTruth(database);
  const write = documentWriter(database, { terms, textIndex, note });
  const counter: Counter = (collection, facet, value) => ({
    count: terms.count(collection, facet, value),
    href: `/${collection}?${facet}=${value}`,
  });
  for (const [collection, documents] of collections) {
    for (const document of documents(truth, counter)) {
      if (write(collection, document) % betweenPauses === 0) await pause(betweenPauses);
    }
  }
  terms.finish();
  textIndex.finish();
  deriveNameKeys(database);
  deriveSuggestions(database);
}

/** What is made of all statements, batch by batch. */
async function* madeStatements(database: Database, besideFrom: number): AsyncIterable<MadeBatch> {
  const glossary = readGlossary(database);
  const count = database.prepare('SELECT count(*) FROM statement').pluck().get() as number;
  if (count >= besideFrom) {
    yield* madeBeside(glossary, statementBatches(database));
    return;
  }
  const make = makerOf(glossaryOf(glossary));
  for (const rows of statementBatches(database)) yield make(rows);
}

/** Writes one document after another, with their terms and their weight; gives their numbers, in the order of coming. */
function documentWriter(
  database: Database,
  { terms: termsOf, textIndex, note }: Pick<Writers, 'terms' | 'textIndex' | 'note'>,
): (collection: Collection, document: Document) => number {
  const insert = database.prepare('INSERT INTO stored_document VALUES (NULL, ?, ?, ?, ?, ?)');
  const encode = encoder();

  return (collection, { id, sortKey, weight, body, terms, text }) => {
    const { bytes } = encode(body);
    const number = Number(insert.run(collection, id, sortKey, weight, bytes).lastInsertRowid);
    note(collection, id, digestOf(bytes));
    if (text) textIndex.add(number, text);
    termsOf.add(collection, number, terms);
    termsOf.add(collection, number, [['weight', String(weight)]]);
    return number;
  };
}
