// Gives numbers to the forms and stems of the words that come by while the index is written.
import { type Form, formsIn, words } from '../../text/words.ts';

/** What is held grows with the vocabulary, not with the documents. */
export class Vocabulary {
  /** Numbers of the forms and stems, from 1 on, in the order in which they first came. */
  readonly forms = new Map<string, number>();
  readonly stems = new Map<string, number>();
  readonly #names = new Map<string, readonly number[]>();
  #stemOf = new Uint32Array(1024);

  /** The stem of each form, by number. */
  get stemOf(): Uint32Array {
    return this.#stemOf;
  }

  /** Forms of the words of a name, which is kept: other documents have it, too. */
  ofName(name: string): readonly number[] {
    const known = this.#names.get(name);
    if (known) return known;
    const found = this.#numbersOf(words(name));
    this.#names.set(name, found);
    return found;
  }

  /** Forms of the words of a piece of a text, between two spaces. */
  ofPiece(piece: string): number[] {
    return this.#numbersOf(formsIn(piece));
  }

  #numbersOf(forms: readonly Form[]): number[] {
    return forms.map(({ normal, stem }) => this.forms.get(normal) ?? this.#enter(normal, stem));
  }

  #enter(form: string, stem: string): number {
    const number = this.forms.size + 1;
    this.forms.set(form, number);
    const stemNumber = this.stems.get(stem) ?? this.stems.size + 1;
    this.stems.set(stem, stemNumber);
    if (number === this.#stemOf.length) {
      const grown = new Uint32Array(number * 2);
      grown.set(this.#stemOf);
      this.#stemOf = grown;
    }
    this.#stemOf[number] = stemNumber;
    return number;
  }
}
