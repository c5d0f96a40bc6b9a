// Writes the word index, a block of documents after another.

import type { SearchText } from '../documents.ts';
import type { Database } from '../open.ts';
import { blockSize } from '../postings/block.ts';
import { weightToMatch } from './impact.ts';
import { lastInColumn, Occurrences } from './occurrences.ts';
import { Packer } from './packing.ts';
import { Vocabulary } from './vocabulary.ts';

/** Takes documents in the order of their numbers. */
export interface WordWriter {
  /** Takes in what a document can be found by. */
  add(number: number, text: SearchText): void;
  /** Writes what is still held. Nothing may be added after it. */
  finish(): void;
}

/** Empties the index and makes its writer. What that holds grows with the vocabulary and the words of one block. */
export function wordWriter(database: Database): WordWriter {
  database.exec('DELETE FROM word_block; DELETE FROM word_form; DELETE FROM word_stem');
  const vocabulary = new Vocabulary();
  const block = blockWriter(database, vocabulary);
  let high = 0;
  return {
    add(number, text) {
      if (number >>> 16 !== high) {
        block.flush(high);
        high = number >>> 16;
      }
      block.add(number & 0xffff, text);
    },
    finish() {
      block.flush(high);
      writeVocabulary(database, vocabulary);
    },
  };
}

function blockWriter(database: Database, vocabulary: Vocabulary) {
  const insert = database.prepare('INSERT INTO word_block VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const packer = new Packer();
  const occurrences = new Occurrences();
  const toMatch = new Float64Array(blockSize);

  return {
    add(low: number, { quoted = [], own = [], names = [] }: SearchText): void {
      const before = occurrences.length;
      const write = columnWriter(occurrences, low);
      const ofText = (text: string) => text.split(' ').map((piece) => vocabulary.ofPiece(piece));
      write(0, quoted, ofText);
      write(1, own, ofText);
      write(2, names, (text) => [vocabulary.ofName(text)]);
      toMatch[low] = weightToMatch(occurrences.length - before);
    },
    /** Stems in the order of their numbers, which is the order of the table. */
    flush(high: number): void {
      const { order, ends } = occurrences.byStem(vocabulary.stemOf, vocabulary.stems.size);
      for (let stem = 1; stem <= vocabulary.stems.size; stem++) {
        const found = order.subarray(ends[stem - 1], ends[stem]);
        if (found.length === 0) continue;
        const row = packer.pack(occurrences, found, toMatch);
        const { count, quoted, other, forms, members, impacts, shapes, places } = row;
        insert.run(stem * blockSize + high, count, quoted, other, forms, members, impacts, shapes, places);
      }
      occurrences.length = 0;
    },
  };
}

/** Each text once; one place stays empty after it, so that no phrase reaches from one text into the next. */
const columnWriter =
  (occurrences: Occurrences, low: number) =>
  (column: number, texts: readonly string[], formsOf: (text: string) => (readonly number[])[]): void => {
    let place = 0;
    for (const text of new Set(texts)) {
      for (const piece of formsOf(text)) {
        for (const form of piece) {
          occurrences.add(form, low, (column << 14) | Math.min(place, lastInColumn));
          place++;
        }
      }
      place++;
    }
  };

function writeVocabulary(database: Database, { stems, forms, stemOf }: Vocabulary): void {
  const insertStem = database.prepare('INSERT INTO word_stem VALUES (?, ?)');
  for (const [stem, number] of stems) insertStem.run(number, stem);
  const insertForm = database.prepare('INSERT INTO word_form VALUES (?, ?, ?)');
  for (const [form, number] of forms) insertForm.run(number, form, stemOf[number]);
}
