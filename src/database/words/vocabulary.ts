// Gives numbers to the forms and stems of the words that come by while the index is written.
import { words } from '../../text/words.ts';

/** So many texts and pieces of text are kept with the forms of their words; then keeping starts anew. */
const mostKept = 100_000;

/** What is held grows with the vocabulary, not with the documents. */
export class Vocabulary {
  /** Numbers of the forms and stems, from 1 on, in the order in which they first came. */
  readonly forms = new Map<string, number>();
  readonly stems = new Map<string, number>();
  readonly #names = new Map<string, readonly number[]>();
  readonly #pieces = new Map<string, readonly number[]>();
  #stemOf = new Uint32Array(1024);

  /** The stem of each form, by number. */
  get stemOf(): Uint32Array {
    return this.#stemOf;
  }

  /** Forms of the words of a text that other documents have, too. */
  ofName(text: string): readonly number[] {
    return kept(this.#names, text, () => this.#formsOf(text));
  }

  /** Forms of the words of a text, one list for each piece between spaces: no word reaches across a space. */
  ofText(text: string): (readonly number[])[] {
    return text.split(' ').map((piece) => kept(this.#pieces, piece, () => this.#formsOf(piece)));
  }

  #formsOf(text: string): number[] {
    return words(text).map(({ normal, stem }) => this.forms.get(normal) ?? this.#enter(normal, stem));
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

function kept(known: Map<string, readonly number[]>, text: string, make: () => number[]): readonly number[] {
  const found = known.get(text);
  if (found !== undefined) return found;
  const made = make();
  if (known.size >= mostKept) known.clear();
  known.set(text, made);
  return made;
}
