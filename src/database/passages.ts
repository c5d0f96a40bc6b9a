// Writes the answers of renditions: no copy of what stands in the answers of their statements, but where it stands there.
import type { NoteAnswer } from '../changes/digests.ts';
import type { Passage } from './documents.ts';
import type { Encoded } from './encoder.ts';
import type { Database } from './open.ts';
import type { TermWriter } from './postings/writer.ts';

/** Takes the passages as their statements come, and numbers them when all are there. */
export interface PassageWriter {
  /** Takes in what is made of a statement's pieces. */
  add(statement: number, encoded: Encoded, passages: readonly Passage[]): void;
  /** Writes them in their order, after the last document; yields how many, every so often. Nothing may be added after it. */
  write(): Iterable<number>;
}

/** So many are written at a time. */
const batch = 500;

/** Makes the writer of `passage`, which must be empty, and of its documents. It holds nothing but temporary tables. */
export function passageWriter(database: Database, terms: TermWriter, note: NoteAnswer): PassageWriter {
  database.exec(`CREATE TEMP TABLE passage_draft (${columns}) STRICT`);
  const insert = database.prepare('INSERT INTO passage_draft VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const splice = splicer();
  return {
    add(statement, { bytes, ends }, passages) {
      const [head = 0] = ends;
      for (const { id, sortKey, weight, terms: found, piece, lead } of passages) {
        const [start = 0, end = 0] = ends.slice(piece - 1, piece + 1);
        const place: Place = [head, start, start + lead, end];
        note('renditions', id, splice(bytes, place));
        insert.run(sortKey, id, weight, terms.numbersOf('renditions', found), statement, ...place);
      }
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
    for (const [at, numbers] of found.entries()) terms.addNumbers(last + from + at, numbers);
    for (const writer of writers) writer.run(last, from, from + batch - 1);
    yield found.length;
    isMore = found.length === batch;
  }
}

/** Ends of the statement in short, start of the rendition, where that goes in, and the rendition's end. */
type Place = [head: number, start: number, join: number, end: number];

/** What comes before the statement in short, and after it, as in the view `document`. */
const before = Buffer.from(',"statement":');
const after = Buffer.from('}');

/** Puts the pieces together as the view `document` does. The room for it is used again. */
function splicer(): (bytes: Buffer, place: Place) => Buffer {
  let room = Buffer.allocUnsafeSlow(64 * 1024);
  return (bytes, [head, start, join, end]) => {
    const size = end - start + head + before.length + after.length;
    if (size > room.length) room = Buffer.allocUnsafeSlow(size * 2);
    let at = bytes.copy(room, 0, start, join);
    at += before.copy(room, at);
    at += bytes.copy(room, at, 0, head);
    at += after.copy(room, at);
    bytes.copy(room, at, join, end);
    return room.subarray(0, size);
  };
}
