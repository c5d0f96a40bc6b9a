// Writes the filter terms of documents: the document ids of each term, and the terms of each document.

import { type Block, blockOf, blockSize } from '../../doc-ids/block.ts';
import { type EncodedBlock, encode, encodeBlock } from '../../doc-ids/encoding.ts';
import type { Collection } from '../../records/kinds.ts';
import type { Database } from '../open.ts';
import { forwardIndexWriter } from './forward-index.ts';

/** Takes documents by ascending number. Its memory grows with the number of terms, not with that of documents. */
export interface TermWriter {
  /** Adds the terms of a document. A term that comes twice counts once. */
  add(collection: Collection, number: number, terms: Iterable<readonly [facet: string, value: string]>): void;
  /** The number of documents so far that have a term. */
  count(collection: Collection, facet: string, value: string): number;
  /** Writes what is still held. Nothing may be added after it. */
  finish(): void;
}

/** A term with the offsets of its documents in the current block. */
interface Gathered {
  term: number;
  documents: number;
  last: number;
  offsets: Uint16Array;
  held: number;
  /** Whether earlier blocks are in the temporary table. */
  hasWaiting: boolean;
}

/** Writes the tables `term`, `posting` and `document_terms`, which must be empty. */
export function termWriter(database: Database): TermWriter {
  database.exec(`
    DROP TABLE IF EXISTS temp.waiting_block;
    CREATE TEMP TABLE waiting_block (key INTEGER PRIMARY KEY, count INTEGER NOT NULL, body BLOB NOT NULL)`);
  const park = database.prepare('INSERT INTO waiting_block VALUES (?, ?, ?)');
  const waiting = database.prepare(
    `SELECT key % ${blockSize} AS key, count, body FROM waiting_block WHERE key BETWEEN ? AND ? ORDER BY key`,
  );
  const insertTerm = database.prepare('INSERT INTO term VALUES (?, ?, ?, ?, ?)');
  const insertPosting = database.prepare('INSERT INTO posting VALUES (?, ?)');
  const forward = forwardIndexWriter(database);
  const terms = new Terms();
  let blockKey = 0;

  function parkBlocks(): void {
    for (const gathered of terms.all()) {
      if (gathered.held === 0) continue;
      park.run(gathered.term * blockSize + blockKey, gathered.held, bodyOf(gathered));
      gathered.hasWaiting = true;
      gathered.held = 0;
    }
  }

  /** All blocks of a term: those of the temporary table, then the current one. */
  function blocksOf(gathered: Gathered): EncodedBlock[] {
    const first = gathered.term * blockSize;
    const earlier = gathered.hasWaiting ? (waiting.all(first, first + blockSize - 1) as EncodedBlock[]) : [];
    if (gathered.held === 0) return earlier;
    return [...earlier, { key: blockKey, count: gathered.held, body: bodyOf(gathered) }];
  }

  function begin(number: number): void {
    if (number >>> 16 === blockKey) return;
    parkBlocks();
    blockKey = number >>> 16;
  }

  function take(number: number, gathered: Gathered): void {
    if (gathered.last === number) return;
    gather(gathered, number);
    forward.add(number, gathered.term);
  }

  return {
    add(collection, number, found) {
      begin(number);
      for (const [facet, value] of found) take(number, terms.of(collection, facet, value));
    },
    count: (collection, facet, value) => terms.find(collection, facet, value)?.documents ?? 0,
    finish() {
      forward.finish();
      for (const [collection, facet, values] of terms.facets()) {
        for (const [value, gathered] of values) {
          insertTerm.run(gathered.term, collection, facet, value, gathered.documents);
          insertPosting.run(gathered.term, encode(blocksOf(gathered)));
        }
      }
      database.exec('DROP TABLE temp.waiting_block');
    },
  };
}

function gather(gathered: Gathered, number: number): void {
  if (gathered.held === gathered.offsets.length) {
    const grown = new Uint16Array(gathered.held * 2);
    grown.set(gathered.offsets);
    gathered.offsets = grown;
  }
  gathered.offsets[gathered.held++] = number & 0xffff;
  gathered.last = number;
  gathered.documents++;
}

const bodyOf = ({ offsets, held }: Gathered): Uint8Array =>
  encodeBlock(blockOf(offsets.subarray(0, held)) as Block); // called only if the block has a document

/** The terms by collection, facet and value, numbered in the order in which they first come. */
class Terms {
  readonly #byFacet = new Map<Collection, Map<string, Map<string, Gathered>>>();
  readonly #all: Gathered[] = [];

  of(collection: Collection, facet: string, value: string): Gathered {
    const known = this.find(collection, facet, value);
    if (known !== undefined) return known;
    const gathered = {
      term: this.#all.length + 1,
      documents: 0,
      last: -1,
      offsets: new Uint16Array(4),
      held: 0,
      hasWaiting: false,
    };
    mapUnder(mapUnder(this.#byFacet, collection), facet).set(value, gathered);
    this.#all.push(gathered);
    return gathered;
  }

  find(collection: Collection, facet: string, value: string): Gathered | undefined {
    return this.#byFacet.get(collection)?.get(facet)?.get(value);
  }

  all(): readonly Gathered[] {
    return this.#all;
  }

  *facets(): Generator<[collection: Collection, facet: string, values: Map<string, Gathered>]> {
    for (const [collection, facets] of this.#byFacet) {
      for (const [facet, values] of facets) yield [collection, facet, values];
    }
  }
}

/** The map under a key, which is created if there is none. */
function mapUnder<Key, Value>(maps: Map<Key, Map<string, Value>>, key: Key): Map<string, Value> {
  const known = maps.get(key);
  if (known !== undefined) return known;
  const fresh = new Map<string, Value>();
  maps.set(key, fresh);
  return fresh;
}
