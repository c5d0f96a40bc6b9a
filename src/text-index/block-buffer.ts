// Buffers where words occur in the documents of one block, and sorts the occurrences by stem.

/** Occurrences in the order of documents. Its size grows with the number of words in one block. */
export class BlockBuffer {
  length = 0;
  /** For each occurrence, the number of its form. */
  forms = new Uint32Array(1 << 16);
  /** For each occurrence, the offset of its document in the upper 16 bits and the position below. */
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
   * A stable counting sort: the indexes of the occurrences, grouped by stem. Those of a stem begin at `ends[stem - 1]` and end
   * before `ends[stem]`.
   */
  sortByStem(stemOf: Uint32Array, stems: number): { order: Uint32Array; ends: Uint32Array } {
    const next = new Uint32Array(stems + 2);
    for (let at = 0; at < this.length; at++) {
      (next[(stemOf[this.forms[at] as number] as number) + 1] as number)++;
    }
    for (let stem = 1; stem < next.length; stem++) (next[stem] as number) += next[stem - 1] as number;
    const order = new Uint32Array(this.length);
    for (let at = 0; at < this.length; at++) {
      const stem = stemOf[this.forms[at] as number] as number;
      order[(next[stem] as number)++] = at;
    }
    return { order, ends: next };
  }
}
