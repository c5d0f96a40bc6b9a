// Writes the word index, a block of documents after another.

import type { SearchText } from '../documents.ts';
import type { Database } from '../open.ts';
import { blockSize } from '../postings/block.ts';
import { type GatheredWords, Gatherer } from './gatherer.ts';
import { weightToMatch } from './impact.ts';
import { Occurrences } from './occurrences.ts';
import { Packer } from './packing.ts';
import { type NewWords, Vocabulary } from './vocabulary.ts';

/** Takes documents in the order of their numbers. */
export interface WordWriter {
  /** Takes in what a document can be found by. */
  add(number: number, text: SearchText): void;
  /** Takes in words that were gathered elsewhere, before any others, with those that are new among them. */
  addGathered(gathered: GatheredWords, fresh: NewWords): void;
  /** Writes what is still held. Nothing may be added after it. */
  finish(): void;
}

/** So many documents are gathered before they are taken in. */
const batch = 1_000;

/** Empties the index and makes its writer. What that holds grows with the vocabulary and the words of one block. */
export function wordWriter(database: Database): WordWriter {
  database.exec('DELETE FROM word_block; DELETE FROM word_form; DELETE FROM word_stem');
  const vocabulary = new Vocabulary();
  const gatherer = new Gatherer(vocabulary);
  const block = blockWriter(database, vocabulary);
  let high = 0;

  function take({ numbers, ends, forms, places }: GatheredWords): void {
    let begin = 0;
    for (const [at, number] of numbers.entries()) {
      if (number >>> 16 !== high) {
        block.flush(high);
        high = number >>> 16;
      }
      const end = ends[at] as number;
      block.add(number & 0xffff, forms.subarray(begin, end), places.subarray(begin, end));
      begin = end;
    }
  }

  return {
    add(number, text) {
      gatherer.add(number, text);
      if (gatherer.documents === batch) take(gatherer.take());
    },
    addGathered(gathered, fresh) {
      vocabulary.enter(fresh);
      take(gathered);
    },
    finish() {
      take(gatherer.take());
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
    add(low: number, forms: Uint32Array, places: Uint16Array): void {
      occurrences.add(forms, low, places);
      toMatch[low] = weightToMatch(forms.length);
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

function writeVocabulary(database: Database, { stems, forms, stemOf }: Vocabulary): void {
  const insertStem = database.prepare('INSERT INTO word_stem VALUES (?, ?)');
  for (const [stem, number] of stems) insertStem.run(number, stem);
  const insertForm = database.prepare('INSERT INTO word_form VALUES (?, ?, ?)');
  for (const [form, number] of forms) insertForm.run(number, form, stemOf[number]);
}
