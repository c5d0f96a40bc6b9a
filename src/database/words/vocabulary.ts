// Gives numbers to the forms and stems of the words that come by while the index is written.
import { type Form, words } from '../../text/words.ts';

/** Words that came by for the first time, in the order of their numbers. */
export interface NewWords {
  forms: string[];
  /** The number of the stem of each form. */
  stemOf: number[];
  stems: string[];
}

/** So many pieces of texts are kept with their words; when they are so many, keeping starts anew. */
const piecesKept = 100_000;

/** A piece of a text that is shorter than this is a text of its own; a longer one holds on to the whole. */
const shortestSlice = 13;

/** What is held grows with the vocabulary, not with the documents. */
export class Vocabulary {
  /** Numbers of the forms and stems, from 1 on, in the order in which they first came. */
  readonly forms = new Map<string, number>();
  readonly stems = new Map<string, number>();
  readonly #names = new Map<string, readonly number[]>();
  readonly #pieces = new Map<string, readonly number[]>();
  #stemOf = new Uint32Array(1024);
  #fresh: NewWords = noWords();

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

  /**
   * Forms of the words of a piece of a text. A text may be cut into pieces at its spaces, across which no word reaches;
   * most pieces were met before.
   */
  ofPiece(piece: string): readonly number[] {
    const known = this.#pieces.get(piece);
    if (known) return known;
    const found = this.#numbersOf(words(piece));
    if (this.#pieces.size >= piecesKept) this.#pieces.clear();
    this.#pieces.set(piece.length < shortestSlice ? piece : copyOf(piece), found);
    return found;
  }

  /** The words that came since this was asked last. */
  takeFresh(): NewWords {
    const fresh = this.#fresh;
    this.#fresh = noWords();
    return fresh;
  }

  /** Takes in what another vocabulary numbered, which began as this did. */
  enter({ forms, stemOf, stems }: NewWords): void {
    for (const stem of stems) this.stems.set(stem, this.stems.size + 1);
    for (const [at, form] of forms.entries()) this.#number(form, stemOf[at] as number);
  }

  #numbersOf(forms: readonly Form[]): readonly number[] {
    return forms.map(({ normal, stem }) => this.forms.get(normal) ?? this.#enter(normal, stem));
  }

  #enter(form: string, stem: string): number {
    let stemNumber = this.stems.get(stem);
    if (stemNumber === undefined) {
      stemNumber = this.stems.size + 1;
      this.stems.set(stem, stemNumber);
      this.#fresh.stems.push(stem);
    }
    this.#fresh.forms.push(form);
    this.#fresh.stemOf.push(stemNumber);
    return this.#number(form, stemNumber);
  }

  #number(form: string, stem: number): number {
    const number = this.forms.size + 1;
    this.forms.set(form, number);
    if (number === this.#stemOf.length) {
      const grown = new Uint32Array(number * 2);
      grown.set(this.#stemOf);
      this.#stemOf = grown;
    }
    this.#stemOf[number] = stem;
    return number;
  }
}

const noWords = (): NewWords => ({ forms: [], stemOf: [], stems: [] });

const copyOf = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
