// Derives the read model from the truth: ready documents, filter terms and name keys.
import { answerNotes } from '../changes/digests.ts';
import { claimDocuments } from '../claims/queries.ts';
import { discrepancyDocuments } from '../discrepancies/queries.ts';
import { eventDocuments } from '../events/queries.ts';
import { organizationDocuments } from '../organizations/queries.ts';
import { outletDocuments } from '../outlets/queries.ts';
import { personDocuments } from '../people/queries.ts';
import { placeDocuments } from '../places/queries.ts';
import type { Collection } from '../references.ts';
import { passageDocuments } from '../renditions/queries.ts';
import { sourceDocuments } from '../sources/queries.ts';
import { statementDocuments } from '../statements/queries.ts';
import { topicDocuments } from '../topics/queries.ts';
import type { Counter, Document } from './documents.ts';
import { deriveNameKeys } from './name-keys.ts';
import type { Database } from './open.ts';
import { type TermWriter, termWriter } from './postings/writer.ts';
import { deriveSuggestions } from './suggestions.ts';
import { readTruth, type Truth } from './truth.ts';
import { type WordWriter, wordWriter } from './words/writer.ts';

/** Each collection with what makes its documents. A count must be there before it is asked for: statements come first. */
const collections: [Collection, (truth: Truth, counter: Counter) => Iterable<Document>][] = [
  ['statements', statementDocuments],
  ['renditions', passageDocuments],
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
 * Builds the whole read model anew, inside the caller's transaction. Every so many answers it pauses, with the number of
 * them, and gives up where the pause throws.
 */
export async function deriveReadModel(
  database: Database,
  pause: (answers: number) => Promise<void>,
): Promise<void> {
  database.exec('DELETE FROM posting; DELETE FROM term; DELETE FROM document; DELETE FROM name_key;');
  const truth = readTruth(database);
  const terms = termWriter(database);
  const words = wordWriter(database);
  const write = documentWriter(database, terms, words);
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
  words.finish();
  deriveNameKeys(database);
  deriveSuggestions(database);
}

/** Writes one document after another, with their terms and their weight; gives their numbers, in the order of coming. */
function documentWriter(
  database: Database,
  termsOf: TermWriter,
  words: WordWriter,
): (collection: Collection, document: Document) => number {
  const insertDocument = database.prepare('INSERT INTO document VALUES (?, ?, ?, ?, ?, ?)');
  const note = answerNotes(database);
  const encode = encoder();
  let number = 0;

  return (collection, { id, sortKey, weight, body, terms, text }) => {
    number += 1;
    const bytes = encode(body);
    insertDocument.run(number, collection, id, sortKey, weight, bytes);
    note(collection, id, bytes);
    if (text) words.add(number, text);
    termsOf.add(collection, number, terms);
    termsOf.add(collection, number, [['weight', String(weight)]]);
    return number;
  };
}

/** Gives JSON as bytes, which are good until the next are asked for: the room for them is used again. */
function encoder(): (body: object) => Buffer {
  let room = Buffer.allocUnsafeSlow(64 * 1024);
  return (body) => {
    const text = JSON.stringify(body);
    if (text.length * bytesOfUnit > room.length) room = Buffer.allocUnsafeSlow(text.length * bytesOfUnit);
    return room.subarray(0, room.write(text));
  };
}

/** No unit of UTF-16 needs more bytes in UTF-8. */
const bytesOfUnit = 3;
