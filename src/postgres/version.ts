// One version of the data with what was read of it. Nothing held here can become stale, for a version never changes.
import type { DocIdRange } from '../doc-ids/doc-id-set.ts';
import type { Collection } from '../records/kinds.ts';
import type { Dataset } from '../store/store.ts';
import type { Scratch } from '../text-index/text-index.ts';
import { newScratch } from '../text-index/text-index.ts';
import { type Documents, documentsOf } from './documents.ts';
import { type Held, nothingHeld } from './held.ts';
import type { Reader } from './reader.ts';
import * as statements from './statements.ts';

export interface Version {
  reader: Reader;
  dataset: Dataset;
  /** One more than the highest number of a term. */
  termEnd: number;
  /** The number of the last document of any collection. */
  lastNumber: number;
  range(collection: Collection): DocIdRange;
  documents: Documents;
  held: Held;
  scratch: Scratch;
}

/** Opens a version. Throws a DatabaseError where it cannot be read. */
export async function openVersion(reader: Reader): Promise<Version> {
  const [[{ terms, languages, ...dataset } = noDataset], ranges] = await Promise.all([
    reader.rows<Omit<Dataset, 'languages'> & { languages: string; terms: number }>(statements.dataset),
    reader.rows<{ name: Collection } & DocIdRange>(statements.collections),
  ]);
  const byName = new Map(ranges.map(({ name, first, last }) => [name, { first, last }]));
  return {
    reader,
    dataset: { ...dataset, languages: JSON.parse(languages) as Dataset['languages'] },
    termEnd: terms + 1,
    lastNumber: Math.max(0, ...ranges.map(({ last }) => last)),
    range: (collection) => byName.get(collection) ?? { first: 1, last: 0 },
    documents: documentsOf(reader),
    held: nothingHeld(),
    scratch: newScratch(),
  };
}

/** A version without it is not published. */
const noDataset = {
  ...{ version: '', derivation: '', ingestedAt: '', derivedAt: '', terms: 0 },
  languages: '{"all":[],"main":[]}',
};
