// Gathers which words stand where in documents, as numbers, to be written into the index elsewhere.
import type { SearchText } from '../documents.ts';
import { lastInColumn } from './occurrences.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Words of documents that follow one another. */
export interface GatheredWords {
  /** The numbers of the documents, ascending. */
  numbers: number[];
  /** Behind which occurrence those of each document end. */
  ends: number[];
  /** The number of the form that occurs, and its place in the document. */
  forms: Uint32Array;
  places: Uint16Array;
}

/** Takes documents in the order of their numbers, and gives what it gathered so far when it is asked for. */
export class Gatherer {
  readonly #vocabulary: Vocabulary;
  #numbers: number[] = [];
  #ends: number[] = [];
  #forms = new Uint32Array(1 << 12);
  #places = new Uint16Array(1 << 12);
  #length = 0;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** How many documents are held. */
  get documents(): number {
    return this.#numbers.length;
  }

  add(number: number, { quoted = [], own = [], names = [] }: SearchText): void {
    this.#addTexts(0, quoted);
    this.#addTexts(1, own);
    this.#addNames(2, names);
    this.#numbers.push(number);
    this.#ends.push(this.#length);
  }

  /** What came since this was asked last. */
  take(): GatheredWords {
    const gathered = {
      numbers: this.#numbers,
      ends: this.#ends,
      forms: this.#forms.slice(0, this.#length),
      places: this.#places.slice(0, this.#length),
    };
    this.#numbers = [];
    this.#ends = [];
    this.#length = 0;
    return gathered;
  }

  /** Each text once; one place stays empty after it, so that no phrase reaches from one text into the next. */
  #addTexts(column: number, texts: readonly string[]): void {
    let place = 0;
    for (const text of new Set(texts)) {
      for (const piece of text.split(' '))
        place = this.#addForms(column, place, this.#vocabulary.ofPiece(piece));
      place++;
    }
  }

  #addNames(column: number, names: readonly string[]): void {
    let place = 0;
    for (const name of new Set(names))
      place = this.#addForms(column, place, this.#vocabulary.ofName(name)) + 1;
  }

  /** Gives the place after them. */
  #addForms(column: number, from: number, forms: readonly number[]): number {
    if (this.#length + forms.length > this.#forms.length) this.#grow(forms.length);
    let place = from;
    for (const form of forms) {
      this.#forms[this.#length] = form;
      this.#places[this.#length++] = (column << 14) | Math.min(place++, lastInColumn);
    }
    return place;
  }

  #grow(by: number): void {
    const size = (this.#length + by) * 2;
    const [forms, places] = [new Uint32Array(size), new Uint16Array(size)];
    forms.set(this.#forms);
    places.set(this.#places);
    this.#forms = forms;
    this.#places = places;
  }
}
