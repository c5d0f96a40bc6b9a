// The dictionary while the index is written: numbers forms and stems in the order in which they first come.

import { copyOf } from '../text/pieces.ts';
import { type WordForm, words } from '../text/words.ts';

/** Bounds the cache of text pieces. It is cleared when it is full. */
const maxCachedPieces = 100_000;

/** Bounds the cache of whole texts. The renditions of a statement have its gist, and are often close to one another. */
const maxCachedTexts = 2_000;

/** V8 copies a slice that is shorter than this; a longer one keeps the whole text in memory. */
const minSliceLength = 13;

/** A name, the same object each time. */
export interface IndexedName {
  readonly forms: readonly number[];
  /** The last document that took it; -1 before the first. */
  takenBy: number;
}

/** Its size grows with the number of forms, not with that of documents. */
export class FormDictionary {
  /** Numbers by form and by stem. They begin at 1. */
  readonly forms = new Map<string, number>();
  readonly stems = new Map<string, number>();
  readonly #names = new Map<string, IndexedName>();
  readonly #lists = new WeakMap<readonly string[], readonly IndexedName[]>();
  readonly #texts = new Map<string, readonly number[]>();
  readonly #pieces = new Map<string, readonly number[]>();
  #stemOf = new Uint32Array(1024);

  /** The number of the stem of each form, by the number of the form. */
  get stemOf(): Uint32Array {
    return this.#stemOf;
  }

  /** The names of a list. Names and lists are kept without a bound: they stand in many documents. */
  namesIn(list: readonly string[]): readonly IndexedName[] {
    const known = this.#lists.get(list);
    if (known) return known;
    const found = list.map((name) => this.#nameOf(name));
    this.#lists.set(list, found);
    return found;
  }

  #nameOf(text: string): IndexedName {
    const known = this.#names.get(text);
    if (known) return known;
    const name = { forms: this.#numbersOf(words(text)), takenBy: -1 };
    this.#names.set(text, name);
    return name;
  }

  /** The forms of the words of a text. */
  formsOfText(text: string): readonly number[] {
    const known = this.#texts.get(text);
    if (known) return known;
    const found: number[] = [];
    for (const piece of text.split(' ')) for (const form of this.#formsOfPiece(piece)) found.push(form);
    if (this.#texts.size >= maxCachedTexts) this.#texts.clear();
    this.#texts.set(text, found);
    return found;
  }

  /** A piece stands between spaces: no word reaches across one, and most pieces come again. */
  #formsOfPiece(piece: string): readonly number[] {
    const known = this.#pieces.get(piece);
    if (known) return known;
    const found = this.#numbersOf(words(piece));
    if (this.#pieces.size >= maxCachedPieces) this.#pieces.clear();
    this.#pieces.set(piece.length < minSliceLength ? piece : copyOf(piece), found);
    return found;
  }

  #numbersOf(forms: readonly WordForm[]): readonly number[] {
    return forms.map(({ form, stem }) => this.forms.get(form) ?? this.#enter(form, stem));
  }

  #enter(form: string, stem: string): number {
    const stemNumber = this.stems.get(stem) ?? this.stems.size + 1;
    this.stems.set(stem, stemNumber);
    const number = this.forms.size + 1;
    this.forms.set(form, number);
    if (number === this.#stemOf.length) {
      const grown = new Uint32Array(number * 2);
      grown.set(this.#stemOf);
      this.#stemOf = grown;
    }
    this.#stemOf[number] = stemNumber;
    return number;
  }
}
