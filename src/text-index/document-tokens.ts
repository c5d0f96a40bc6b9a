// Turns the texts of documents into tokens: the number of a form, and the position where it stands.
import type { FormDictionary } from './form-dictionary.ts';
import { positionIn } from './positions.ts';

/** What a document can be found by, in three fields; a hit in an earlier one is worth more. */
export interface IndexedText {
  /** Words inside quotation marks; of anything but a statement, its own names. */
  quoted?: readonly string[];
  /** Gists, descriptions and notes. */
  own?: readonly string[];
  /** Names and aliases of what it is about. */
  names?: readonly string[];
}

/** The tokens of documents that follow one another. */
export interface DocumentTokens {
  /** Ascending. */
  docIds: number[];
  /** The index after the last token of each document. */
  ends: number[];
  forms: Uint32Array;
  positions: Uint16Array;
}

/** Collects tokens until they are taken. */
export class TokenBuffer {
  readonly #dictionary: FormDictionary;
  #docIds: number[] = [];
  #ends: number[] = [];
  #forms = new Uint32Array(1 << 12);
  #positions = new Uint16Array(1 << 12);
  #length = 0;

  constructor(dictionary: FormDictionary) {
    this.#dictionary = dictionary;
  }

  /** The number of documents in the buffer. */
  get documents(): number {
    return this.#docIds.length;
  }

  /** Adds a document. Document ids ascend. */
  add(docId: number, { quoted = [], own = [], names = [] }: IndexedText): void {
    this.#addTexts(0, quoted);
    this.#addTexts(1, own);
    this.#addNames(2, names);
    this.#docIds.push(docId);
    this.#ends.push(this.#length);
  }

  /** Empties the buffer. */
  take(): DocumentTokens {
    const tokens = {
      docIds: this.#docIds,
      ends: this.#ends,
      forms: this.#forms.slice(0, this.#length),
      positions: this.#positions.slice(0, this.#length),
    };
    this.#docIds = [];
    this.#ends = [];
    this.#length = 0;
    return tokens;
  }

  /** Adds each different text once. One place stays empty after each, so that no phrase reaches into the next text. */
  #addTexts(field: number, texts: readonly string[]): void {
    let place = 0;
    for (const text of new Set(texts)) {
      for (const piece of text.split(' ')) {
        place = this.#addForms(field, place, this.#dictionary.formsOfPiece(piece));
      }
      place++;
    }
  }

  #addNames(field: number, names: readonly string[]): void {
    let place = 0;
    for (const name of new Set(names)) {
      place = this.#addForms(field, place, this.#dictionary.formsOfName(name)) + 1;
    }
  }

  /** Returns the place after them. */
  #addForms(field: number, from: number, forms: readonly number[]): number {
    if (this.#length + forms.length > this.#forms.length) this.#grow(forms.length);
    let place = from;
    for (const form of forms) {
      this.#forms[this.#length] = form;
      this.#positions[this.#length++] = positionIn(field, place++);
    }
    return place;
  }

  #grow(by: number): void {
    const size = (this.#length + by) * 2;
    const [forms, positions] = [new Uint32Array(size), new Uint16Array(size)];
    forms.set(this.#forms);
    positions.set(this.#positions);
    this.#forms = forms;
    this.#positions = positions;
  }
}
