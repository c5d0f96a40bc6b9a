// Gathers where words occur in the documents of one block, and sorts it by stem.

/** Occurrences in the order in which they came; what it holds grows with the words of one block. */
export class Occurrences {
  length = 0;
  /** The form that occurs. */
  forms = new Uint32Array(1 << 16);
  /** The low half of the document's number, and below it the place in the document. */
  spots = new Uint32Array(1 << 16);

  /** Takes in the words of a document. */
  add(forms: Uint32Array, low: number, places: Uint16Array): void {
    const end = this.length + forms.length;
    if (end > this.forms.length) this.#grow(end);
    this.forms.set(forms, this.length);
    for (let at = 0; at < places.length; at++) {
      this.spots[this.length + at] = (low << 16) | (places[at] as number);
    }
    this.length = end;
  }

  /** By half, not to twice the size: the arrays of a block are what an ingest holds most of. */
  #grow(least: number): void {
    const size = Math.ceil(least * 1.5);
    const [forms, spots] = [new Uint32Array(size), new Uint32Array(size)];
    forms.set(this.forms);
    spots.set(this.spots);
    this.forms = forms;
    this.spots = spots;
  }

  /**
   * Indices of the occurrences, those of one stem together and otherwise in their order. The occurrences of a stem end
   * before `ends[stem]` and begin at `ends[stem - 1]`.
   */
  byStem(stemOf: Uint32Array, stems: number): { order: Uint32Array; ends: Uint32Array } {
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

/** Columns in a place: quoted, own, names. */
export const columnOf = (place: number): number => place >>> 14;

/** Words beyond this many of a column are found, but not as part of a phrase. */
export const lastInColumn = (1 << 14) - 1;
