// Makes the answers of statements, and all that is derived from them, ready to be written: as numbers and bytes.
import { digestOf } from '../../changes/digests.ts';
import { statementDocuments } from '../../statements/queries.ts';
import type { StatementRow, StatementRows } from '../../statements/rows.ts';
import { type DocumentTokens, TokenBuffer } from '../../text-index/document-tokens.ts';
import { FormDictionary, type NewForms } from '../../text-index/form-dictionary.ts';
import type { Document, Passage } from '../documents.ts';
import { encoder } from '../encoder.ts';
import { type Place, placeOf, splicer } from '../places.ts';
import { type NewTerm, TermNumbers } from '../postings/term-numbers.ts';
import type { Glossary } from '../truth.ts';

/** An answer that was made. */
export interface Made {
  id: string;
  sortKey: string;
  weight: number;
  /** Behind which of the batch's terms its own end. */
  termsEnd: number;
}

/** The answer of a rendition, and where its pieces stand in that of the statement. */
export interface MadePassage extends Made {
  place: Place;
}

export interface MadeStatement extends Made {
  /** Behind which of the batch's bytes its own end. */
  bodyEnd: number;
  passages: MadePassage[];
}

/** What was made of statements that follow one another, each with its passages. */
export interface MadeBatch {
  statements: MadeStatement[];
  /** The bodies of the statements. */
  bodies: Uint8Array;
  /** The digests of all answers: of each statement's, then of those of its passages. */
  digests: Uint8Array;
  /** DocIdSet of terms: those of a statement's passages, then its own. */
  terms: Uint32Array;
  /** The terms that came for the first time, in the order of their numbers. */
  newTerms: NewTerm[];
  tokens: DocumentTokens;
  newForms: NewForms;
}

/** Makes one batch after another. */
export type Maker = (rows: StatementRows) => MadeBatch;

/** Makes the maker. What it holds grows with the terms and words that there are, and it counts them from the first batch on. */
export function makerOf(glossary: Glossary): Maker {
  const terms = new TermNumbers();
  const dictionary = new FormDictionary();
  const tokens = new TokenBuffer(dictionary);
  const encode = encoder();
  const splice = splicer();
  const room = new Room();

  return (rows) => {
    const digests: Buffer[] = [];
    const numbers: number[] = [];
    const [[first]] = rows.statements as [StatementRow, ...StatementRow[]]; // a batch is never empty
    const statements: MadeStatement[] = [];

    function make({ id, sortKey, weight, body, terms: own, text = {}, passages = [] }: Document): void {
      const { bytes, ends } = encode(body);
      digests.push(digestOf(bytes));
      const made = passages.map((passage) => makePassage(passage, bytes, ends));
      for (const [facet, value] of own) numbers.push(terms.of('statements', facet, value));
      numbers.push(terms.of('statements', 'weight', String(weight)));
      tokens.add(first + statements.length, text);
      const bodyEnd = room.add(bytes);
      statements.push({ id, sortKey, weight, termsEnd: numbers.length, bodyEnd, passages: made });
    }

    function makePassage(passage: Passage, bytes: Buffer, ends: readonly number[]): MadePassage {
      const { id, sortKey, weight } = passage;
      const place = placeOf(passage, ends);
      digests.push(digestOf(splice(bytes, place)));
      for (const [facet, value] of passage.terms) numbers.push(terms.of('renditions', facet, value));
      return { id, sortKey, weight, termsEnd: numbers.length, place };
    }

    for (const document of statementDocuments(glossary, rows)) make(document);
    return {
      statements,
      bodies: room.take(),
      digests: Buffer.concat(digests),
      terms: Uint32Array.from(numbers),
      newTerms: terms.takeFresh(),
      tokens: tokens.take(),
      newForms: dictionary.takeFresh(),
    };
  };
}

/** Bytes that are put one behind another. */
class Room {
  #bytes = Buffer.allocUnsafeSlow(64 * 1024);
  #length = 0;

  /** Gives where they end. */
  add(bytes: Buffer): number {
    const end = this.#length + bytes.length;
    if (end > this.#bytes.length) {
      const grown = Buffer.allocUnsafeSlow(end * 2);
      this.#bytes.copy(grown, 0, 0, this.#length);
      this.#bytes = grown;
    }
    bytes.copy(this.#bytes, this.#length);
    this.#length = end;
    return end;
  }

  /** A copy of what came since this was asked last, in memory of its own. */
  take(): Uint8Array {
    const taken = new Uint8Array(this.#length);
    taken.set(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return taken;
  }
}
