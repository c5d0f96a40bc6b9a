// Derives the read model from the records: documents with their indexes, and the names that filters know.

import type { Document } from '../../records/documents.ts';
import type { BaseRecord } from '../../records/fields.ts';
import type { KindDefinition } from '../../records/kind.ts';
import { type Collection, collectionOf } from '../../records/kinds.ts';
import { derivation } from '../../resources/registry.ts';
import type { Database } from '../../sqlite/open.ts';
import type { DatasetLanguages } from '../../store/languages.ts';
import type { RecordOrder } from '../load/record-order.ts';
import { countOfKind, recordsById } from '../load/stored-records.ts';
import type { Pause } from '../pause.ts';
import { documentWriter } from './document-writer.ts';
import { languageGatherer } from './languages.ts';
import { readLookup } from './lookup.ts';
import { nameWriter } from './names.ts';
import { partSorter } from './parts.ts';

/** Documents between two pauses. */
const betweenPauses = 500;

/**
 * Builds the whole read model anew, inside the caller's transaction. It starts a phase for each collection of records, with
 * the number of its documents; documents without records of their own count in the phase before them. It pauses after every
 * 500 documents, with the number of them, and gives up where the pause throws. `order` has all records. Returns the languages of the texts.
 */
export async function deriveReadModel(
  database: Database,
  order: RecordOrder,
  startPhase: (collection: Collection, documents: number) => Pause,
): Promise<DatasetLanguages> {
  const writer = documentWriter(database);
  const gatherer = languageGatherer();
  const lookup = readLookup(database, writer);
  const writeNames = nameWriter(database);

  /** The records of a kind in the order of its collection; their names are written as they pass. */
  function* records(definition: KindDefinition): Generator<BaseRecord> {
    const read = definition.sortKey ? order.records(definition.kind) : recordsById(database, definition);
    for (const record of read) {
      writeNames(definition, record);
      gatherer.add(definition, record);
      yield record;
    }
  }

  let pause: Pause = async () => {};

  async function writeAll(
    collection: Collection,
    documents: Iterable<Document>,
    onWritten?: (number: number, document: Document) => void,
  ): Promise<void> {
    for (const document of documents) {
      const number = writer.write(collection, document);
      onWritten?.(number, document);
      if (number % betweenPauses === 0) await pause(betweenPauses);
    }
  }

  for (const entry of derivation) {
    if ('kind' in entry) {
      const collection = collectionOf[entry.kind];
      const parts = entry.parts && partSorter(database, entry.parts, lookup);
      pause = startPhase(collection, countOfKind(database, entry.kind));
      await writeAll(collection, entry.documents(records(entry), lookup), parts?.add);
      if (!parts) continue;
      pause = startPhase(parts.collection, parts.count());
      await writeAll(parts.collection, parts.documents());
    } else await writeAll(entry.collection, entry.documents(lookup));
  }
  writer.finish();
  return gatherer.languages();
}
