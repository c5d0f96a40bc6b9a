// Writes the index, one block of documents after another.
import type { Database } from 'better-sqlite3';
import { blockSize } from '../doc-ids/block.ts';
import { BlockBuffer } from './block-buffer.ts';
import { BlockEncoder } from './block-encoder.ts';
import { type DocumentTokens, type IndexedText, TokenBuffer } from './document-tokens.ts';
import { FormDictionary } from './form-dictionary.ts';
import { lengthNorm } from './impacts.ts';

/** Takes documents by ascending id. */
export interface TextIndexWriter {
  add(docId: number, text: IndexedText): void;
  /** Writes what is still held. Nothing may be added after it. */
  finish(): void;
}

/** Documents whose tokens are collected before they are written. */
const batchSize = 1_000;

/** Empties the index and writes it anew. Memory grows with the number of forms and with the words of one block. */
export function textIndexWriter(database: Database): TextIndexWriter {
  database.exec('DELETE FROM text_block; DELETE FROM text_form; DELETE FROM text_stem');
  const dictionary = new FormDictionary();
  const buffer = new TokenBuffer(dictionary);
  const block = blockWriter(database, dictionary);
  let blockKey = 0;

  function write({ docIds, ends, forms, positions }: DocumentTokens): void {
    let begin = 0;
    for (const [at, docId] of docIds.entries()) {
      if (docId >>> 16 !== blockKey) {
        block.flush(blockKey);
        blockKey = docId >>> 16;
      }
      const end = ends[at] as number;
      block.add(docId & 0xffff, forms.subarray(begin, end), positions.subarray(begin, end));
      begin = end;
    }
  }

  return {
    add(docId, text) {
      buffer.add(docId, text);
      if (buffer.documents === batchSize) write(buffer.take());
    },
    finish() {
      write(buffer.take());
      block.flush(blockKey);
      writeDictionary(database, dictionary);
    },
  };
}

function blockWriter(database: Database, dictionary: FormDictionary) {
  const insert = database.prepare('INSERT INTO text_block VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const encoder = new BlockEncoder();
  const buffer = new BlockBuffer();
  const norms = new Float64Array(blockSize);

  return {
    add(offset: number, forms: Uint32Array, positions: Uint16Array): void {
      buffer.add(offset, forms, positions);
      norms[offset] = lengthNorm(forms.length);
    },
    /** Writes a row for each stem, in the order of their numbers, which is the order of the table. */
    flush(blockKey: number): void {
      const { order, ends } = buffer.sortByStem(dictionary.stemOf, dictionary.stems.size);
      for (let stem = 1; stem <= dictionary.stems.size; stem++) {
        const found = order.subarray(ends[stem - 1], ends[stem]);
        if (found.length === 0) continue;
        const row = encoder.encode(buffer, found, norms);
        insert.run(
          stem * blockSize + blockKey,
          row.count,
          row.maxQuotedImpact,
          row.maxOtherImpact,
          row.forms,
          row.docs,
          row.impacts,
          row.formCodes,
          row.positions,
        );
      }
      buffer.length = 0;
    },
  };
}

function writeDictionary(database: Database, { stems, forms, stemOf }: FormDictionary): void {
  const insertStem = database.prepare('INSERT INTO text_stem VALUES (?, ?)');
  for (const [stem, number] of stems) insertStem.run(number, stem);
  const insertForm = database.prepare('INSERT INTO text_form VALUES (?, ?, ?)');
  for (const [form, number] of forms) insertForm.run(number, form, stemOf[number]);
}
