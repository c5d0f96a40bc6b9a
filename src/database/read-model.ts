// Derives the read model from the truth: ready documents, filter terms and name keys.
import { answerNotes, type NoteAnswer } from '../changes/digests.ts';
import { claimDocuments } from '../claims/queries.ts';
import { discrepancyDocuments } from '../discrepancies/queries.ts';
import { eventDocuments } from '../events/queries.ts';
import { organizationDocuments } from '../organizations/queries.ts';
import { outletDocuments } from '../outlets/queries.ts';
import { personDocuments } from '../people/queries.ts';
import { placeDocuments } from '../places/queries.ts';
import type { Collection } from '../references.ts';
import { sourceDocuments } from '../sources/queries.ts';
import { statementDocuments } from '../statements/queries.ts';
import { topicDocuments } from '../topics/queries.ts';
import type { Counter, Document } from './documents.ts';
import { encoder } from './encoder.ts';
import { deriveNameKeys } from './name-keys.ts';
import type { Database } from './open.ts';
import { type PassageWriter, passageWriter } from './passages.ts';
import { type TermWriter, termWriter } from './postings/writer.ts';
import { deriveSuggestions } from './suggestions.ts';
import { readTruth, type Truth } from './truth.ts';
import { type WordWriter, wordWriter } from './words/writer.ts';

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
 * the number of them, and gives up where the pause throws.
 */
export async function deriveReadModel(
  database: Database,
  pause: (answers: number) => Promise<void>,
): Promise<void> {
  const tables = ['facet_column', 'posting', 'term', 'passage', 'stored_document', 'name_key'];
  database.exec(tables.map((table) => `DELETE FROM ${table}`).join(';'));
  const truth = readTruth(database);
  const terms = termWriter(database);
  const words = wordWriter(database);
  const note = answerNotes(database);
  const passages = passageWriter(database, terms, note);
  const write = documentWriter(database, { terms, words, note, passages });
  const counter: Counter = (collection, facet, value) => ({
    count: terms.count(collection, facet, value),
    href: `/${collection}?${facet}=${value}`,
  });
  const writeAll = async (collection: Collection, documents: Iterable<Document>): Promise<void> => {
    for (const document of documents) {
      if (write(collection, document) % betweenPauses === 0) await pause(betweenPauses);
    }
  };
  await writeAll('statements', statementDocuments(truth));
  for (const written of passages.write()) await pause(written);
  for (const [collection, documents] of collections) await writeAll(collection, documents(truth, counter));
  terms.finish();
  words.finish();
  deriveNameKeys(database);
  deriveSuggestions(database);
}

/** Where all that is known of a document goes, beside its row. */
interface Writers {
  terms: TermWriter;
  words: WordWriter;
  note: NoteAnswer;
  passages: PassageWriter;
}

/** Writes one document after another, with their terms and their weight; gives their numbers, in the order of coming. */
function documentWriter(
  database: Database,
  { terms: termsOf, words, note, passages: passagesOf }: Writers,
): (collection: Collection, document: Document) => number {
  const insert = database.prepare('INSERT INTO stored_document VALUES (NULL, ?, ?, ?, ?, ?)');
  const encode = encoder();

  return (collection, { id, sortKey, weight, body, terms, text, passages }) => {
    const encoded = encode(body);
    const number = Number(insert.run(collection, id, sortKey, weight, encoded.bytes).lastInsertRowid);
    note(collection, id, encoded.bytes);
    if (text) words.add(number, text);
    if (passages) passagesOf.add(number, encoded, passages);
    termsOf.add(collection, number, terms);
    termsOf.add(collection, number, [['weight', String(weight)]]);
    return number;
  };
}
