// Writes the index, one block of documents after another.
import type { Database } from 'better-sqlite3';
import { blockSize } from '../doc-ids/block.ts';
import type { IndexedText } from '../text/indexed-text.ts';
import { BlockBuffer } from './block-buffer.ts';
import { BlockEncoder } from './block-encoder.ts';
import { FormDictionary } from './form-dictionary.ts';
import { lengthNorm } from './impacts.ts';
import { tokenize } from './tokenize.ts';

/** Takes documents by ascending id. */
export interface TextIndexWriter {
  add(docId: number, text: IndexedText): void;
  /** Writes what is still held. Nothing may be added after it. */
  finish(): void;
}

/** Empties the index and writes it anew. Memory grows with the number of forms and with the words of one block. */
export function textIndexWriter(database: Database): TextIndexWriter {
  database.exec('DELETE FROM text_block; DELETE FROM text_form; DELETE FROM text_stem');
  const insert = database.prepare('INSERT INTO text_block VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const dictionary = new FormDictionary();
  const buffer = new BlockBuffer();
  const encoder = new BlockEncoder();
  /** By the offset of a document. */
  const norms = new Float64Array(blockSize);
  let blockKey = 0;

  /** Writes a row for each stem, in the order of their numbers, which is the order of the table. */
  function flush(): void {
    const { ends, ...sorted } = buffer.sortByStem(dictionary.stemOf, dictionary.stems.size);
    for (let stem = 1; stem <= dictionary.stems.size; stem++) {
      const [start, end] = [ends[stem - 1] as number, ends[stem] as number];
      if (start === end) continue;
      const row = encoder.encode(sorted, start, end, norms);
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
  }

  return {
    add(docId, text) {
      if (docId >>> 16 !== blockKey) {
        flush();
        blockKey = docId >>> 16;
      }
      const offset = docId & 0xffff;
      const start = buffer.length;
      tokenize(dictionary, docId, text, (form, position) => buffer.add(offset, form, position));
      norms[offset] = lengthNorm(buffer.length - start);
    },
    finish() {
      flush();
      writeDictionary(database, dictionary);
    },
  };
}

function writeDictionary(database: Database, { stems, forms, stemOf }: FormDictionary): void {
  const insertStem = database.prepare('INSERT INTO text_stem VALUES (?, ?)');
  for (const [stem, number] of stems) insertStem.run(number, stem);
  const insertForm = database.prepare('INSERT INTO text_form VALUES (?, ?, ?)');
  for (const [form, number] of forms) insertForm.run(number, form, stemOf[number]);
}
