// Writes the answers of renditions: no copy of what stands in the answers of their statements, but where it stands there.

import { aligned } from '../doc-ids/encoding.ts';
import type { MadePassage } from './making/maker.ts';
import type { Database } from './open.ts';
import type { TermWriter } from './postings/term-writer.ts';

/** Takes the passages as their statements come, and numbers them when all are there. */
export interface PassageWriter {
  /** Takes in what is made of a statement's pieces, with the numbers of its terms. */
  add(statement: number, passage: MadePassage, terms: Uint32Array): void;
  /** Writes them in their order, after the last document; yields how many, every so often. Nothing may be added after it. */
  write(): Iterable<number>;
}

/** So many are written at a time. */
const batch = 500;

/** Makes the writer of `passage`, which must be empty, and of its documents. It holds nothing but temporary tables. */
export function passageWriter(database: Database, terms: TermWriter): PassageWriter {
  database.exec(`CREATE TEMP TABLE passage_draft (${columns}) STRICT`);
  const insert = database.prepare('INSERT INTO passage_draft VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  return {
    add(statement, { id, sortKey, weight, place: [head, start, join, end] }, found) {
      insert.run(sortKey, id, weight, found, statement, head, start, join, end);
    },
    *write() {
      database.exec(`
        CREATE TEMP TABLE passage_walk (number INTEGER PRIMARY KEY, ${columns}) STRICT;
        INSERT INTO passage_walk SELECT NULL, * FROM passage_draft ORDER BY sort_key;
        DROP TABLE passage_draft`);
      yield* writeSorted(database, terms);
      database.exec('DROP TABLE passage_walk');
    },
  };
}

const columns = `
  sort_key TEXT NOT NULL, id TEXT NOT NULL, weight INTEGER NOT NULL, terms BLOB NOT NULL, statement INTEGER NOT NULL,
  head_end INTEGER NOT NULL, start_offset INTEGER NOT NULL, join_offset INTEGER NOT NULL, end_offset INTEGER NOT NULL`;

function* writeSorted(database: Database, terms: TermWriter): Generator<number> {
  const last = database
    .prepare('SELECT coalesce(max(number), 0) FROM stored_document')
    .pluck()
    .get() as number;
  const among = 'FROM passage_walk WHERE number BETWEEN ? AND ? ORDER BY number';
  const termsOf = database.prepare(`SELECT terms ${among}`).pluck();
  const writers = [
    `stored_document SELECT number + ?, 'renditions', id, sort_key, weight, NULL ${among}`,
    `passage SELECT number + ?, statement, head_end, start_offset, join_offset, end_offset ${among}`,
  ].map((what) => database.prepare(`INSERT INTO ${what}`));
  let isMore = true;
  for (let from = 1; isMore; from += batch) {
    const found = termsOf.all(from, from + batch - 1) as Buffer[];
    for (const [at, numbers] of found.entries()) {
      terms.addNumbers(last + from + at, new Uint32Array(aligned(numbers)));
    }
    for (const writer of writers) writer.run(last, from, from + batch - 1);
    yield found.length;
    isMore = found.length === batch;
  }
}
