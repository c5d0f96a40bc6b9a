// Tells which documents each state of the dataset added to a collection.
import type { Level } from '../combining/source.ts';
import { type DocIdRange, DocIdSet } from '../doc-ids/doc-id-set.ts';
import type { Collection } from '../records/kinds.ts';
import type { Prepare } from './prepare.ts';

const states = 'SELECT DISTINCT added FROM document_digest WHERE collection = ? ORDER BY added DESC';

const addedDocuments = `
  SELECT number FROM document_digest JOIN document USING (collection, id)
  WHERE collection = ? AND added = ? ORDER BY number`;

/**
 * The states that added documents which are still there, newest first. The first state often added nearly everything, and is not read: it is what
 * no later state added.
 */
export function additionsOf(prepare: Prepare, collection: Collection, range: DocIdRange): Level[] {
  const read = (state: number): DocIdSet =>
    DocIdSet.of(prepare(addedDocuments).pluck().all(collection, state) as number[]);
  const numbers = prepare(states).pluck().all(collection) as number[];
  const later = numbers.slice(0, -1).map((state) => ({ weight: state, docIds: once(() => read(state)) }));
  const rest = once(() =>
    DocIdSet.range(range).difference(DocIdSet.union(later.map(({ docIds }) => docIds()))),
  );
  return [...later, ...numbers.slice(-1).map((state) => ({ weight: state, docIds: rest }))];
}

function once(make: () => DocIdSet): () => DocIdSet {
  let made: DocIdSet | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
