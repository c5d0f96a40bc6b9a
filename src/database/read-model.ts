// Derives the read model from the truth: ready documents, filter terms and name keys.
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
import { clearSearchText, searchTextWriter } from './search-text.ts';
import { deriveSuggestions } from './suggestions.ts';
import { readTruth, type Truth } from './truth.ts';

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

/** Builds the whole read model anew, inside the caller's transaction. */
export function deriveReadModel(database: Database): void {
  database.exec('DELETE FROM posting; DELETE FROM term; DELETE FROM document; DELETE FROM name_key;');
  clearSearchText(database);
  const truth = readTruth(database);
  const write = documentWriter(database);
  const counter = termCounter(database);
  for (const [collection, documents] of collections) {
    for (const document of documents(truth, counter)) write(collection, document);
    database.prepare(countTerms).run(collection);
  }
  deriveNameKeys(database);
  deriveSuggestions(database);
}

const countTerms = `
  UPDATE term SET documents = (SELECT count(*) FROM posting WHERE posting.term = term.number) WHERE collection = ?`;

/** Writes one document after another, numbered in the order in which they come, with their terms. */
function documentWriter(database: Database): (collection: Collection, document: Document) => void {
  const insertDocument = database.prepare('INSERT INTO document VALUES (?, ?, ?, ?, ?, ?)');
  const insertTerm = database.prepare('INSERT INTO term VALUES (?, ?, ?, ?, 0)');
  const writeSearchText = searchTextWriter(database);
  const insertPosting = database.prepare('INSERT OR IGNORE INTO posting VALUES (?, ?)');
  const termNumbers = new Map<string, number>();
  let number = 0;

  function termNumber(collection: Collection, facet: string, value: string): number {
    const key = `${collection}\0${facet}\0${value}`;
    const known = termNumbers.get(key);
    if (known !== undefined) return known;
    const fresh = termNumbers.size + 1;
    termNumbers.set(key, fresh);
    insertTerm.run(fresh, collection, facet, value);
    return fresh;
  }

  return (collection, { id, sortKey, weight, body, terms, text }) => {
    number += 1;
    insertDocument.run(number, collection, id, sortKey, weight, Buffer.from(JSON.stringify(body)));
    if (text) writeSearchText(number, text);
    for (const [facet, value] of terms) insertPosting.run(termNumber(collection, facet, value), number);
  };
}

function termCounter(database: Database): Counter {
  const query = database
    .prepare('SELECT documents FROM term WHERE collection = ? AND facet = ? AND value = ?')
    .pluck();
  return (collection, facet, value) => ({
    count: (query.get(collection, facet, value) as number | undefined) ?? 0,
    href: `/${collection}?${facet}=${value}`,
  });
}
