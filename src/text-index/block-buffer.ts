// Buffers where words occur in the documents of one block, and sorts the occurrences by stem.

/** Occurrences of words, one beside the other. */
export interface Occurrences {
  /** For each, the number of its form. */
  forms: Uint32Array;
  /** For each, the offset of its document in the upper 16 bits and the position below. */
  places: Uint32Array;
}

/** Occurrences in the order of documents. Its size grows with the number of words in one block. */
export class BlockBuffer implements Occurrences {
  length = 0;
  forms = new Uint32Array(1 << 16);
  places = new Uint32Array(1 << 16);

  /** Adds an occurrence. Those of a document come together, and documents by ascending offset. */
  add(offset: number, form: number, position: number): void {
    if (this.length === this.forms.length) this.#grow();
    this.forms[this.length] = form;
    this.places[this.length++] = (offset << 16) | position;
  }

  /** Grows by half and not to double size, because this buffer is most of the memory of an ingest. */
  #grow(): void {
    const size = Math.ceil(this.forms.length * 1.5);
    const [forms, places] = [new Uint32Array(size), new Uint32Array(size)];
    forms.set(this.forms);
    places.set(this.places);
    this.forms = forms;
    this.places = places;
  }

  /**
   * A stable counting sort: the occurrences, grouped by stem. Those of a stem begin at `ends[stem - 1]` and end before `ends[stem]`.
   */
  sortByStem(stemOf: Uint32Array, stems: number): Occurrences & { ends: Uint32Array } {
    const ends = new Uint32Array(stems + 2);
    for (let at = 0; at < this.length; at++) {
      (ends[(stemOf[this.forms[at] as number] as number) + 1] as number)++;
    }
    for (let stem = 1; stem < ends.length; stem++) (ends[stem] as number) += ends[stem - 1] as number;
    const [forms, places] = [new Uint32Array(this.length), new Uint32Array(this.length)];
    for (let at = 0; at < this.length; at++) {
      const form = this.forms[at] as number;
      const to = (ends[stemOf[form] as number] as number)++;
      forms[to] = form;
      places[to] = this.places[at] as number;
    }
    return { forms, places, ends };
  }
}
