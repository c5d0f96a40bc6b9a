// Reads filter terms and the document ids of each, and caches those that are asked for most.
import { LRUCache } from 'lru-cache';
import { visitTerms } from '../../combining/forward-index.ts';
import type { Term, TermIndex } from '../../combining/source.ts';
import type { DocIdSet } from '../../doc-ids/doc-id-set.ts';
import { decode } from '../../doc-ids/encoding.ts';
import type { Collection } from '../../records/kinds.ts';
import type { Prepare } from '../prepare.ts';

/** Bounds the cache of document ids in each thread. At a million statements those of all speakers and topics fit. */
const cacheBytes = 16 * 1024 * 1024;

const maxCachedTerms = 20_000;

/** What the objects of a cached set, and of each block of a set, take besides their bytes, roughly. */
const [entryOverheadBytes, blockOverheadBytes] = [500, 200];

/** Reads the tables `term`, `posting` and `document_terms` of a state that does not change. */
export function termIndexOf(prepare: Prepare): TermIndex {
  const byName = new LRUCache<string, { term: Term | null }>({ max: maxCachedTerms });
  const sets = new LRUCache<number, DocIdSet>({ maxSize: cacheBytes });
  let end = 0;
  const facets = new LRUCache<string, { terms: readonly Term[]; numbers: Uint32Array }>({ max: 100 });

  function facetOf(collection: Collection, facet: string) {
    const name = `${collection} ${facet}`;
    const known = facets.get(name);
    if (known) return known;
    const query = `SELECT number, value, documents FROM term
      WHERE collection = ? AND facet = ? ORDER BY documents DESC, value`;
    const terms = prepare(query).all(collection, facet) as Term[];
    const found = { terms, numbers: Uint32Array.from(terms, ({ number }) => number) };
    facets.set(name, found);
    return found;
  }

  return {
    find(collection, facet, value) {
      const name = `${collection} ${facet} ${value}`;
      const known = byName.get(name);
      if (known) return known.term;
      const query =
        'SELECT number, value, documents FROM term WHERE collection = ? AND facet = ? AND value = ?';
      const term = (prepare(query).get(collection, facet, value) as Term | undefined) ?? null;
      byName.set(name, { term });
      return term;
    },
    all: (collection, facet) => facetOf(collection, facet).terms,
    numbers: (collection, facet) => facetOf(collection, facet).numbers,
    docIds({ number }) {
      const known = sets.get(number);
      if (known) return known;
      const bytes = prepare('SELECT doc_ids FROM posting WHERE term = ?').pluck().get(number) as Buffer;
      const docIds = decode(bytes);
      const overhead = entryOverheadBytes + docIds.blocks.length * blockOverheadBytes;
      sets.set(number, docIds, { size: bytes.length + overhead });
      return docIds;
    },
    end() {
      end ||= (prepare('SELECT coalesce(max(number), 0) FROM term').pluck().get() as number) + 1;
      return end;
    },
    visitTerms(documents, visit) {
      const query = prepare('SELECT body FROM document_terms WHERE number = ?').pluck();
      visitTerms((row) => query.get(row) as Buffer | undefined, documents, visit);
    },
  };
}
