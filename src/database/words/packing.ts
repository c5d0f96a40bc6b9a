// Packs where the words of one stem stand in one block of documents into a row of the index.
import { blockOf, blockSize } from '../postings/block.ts';
import { columnWeights, impactOf, quotedFlag } from './impact.ts';
import { columnOf, type Occurrences } from './occurrences.ts';

/** A row of `word_block` without its key; the arrays are written over by the next one. */
export interface PackedRow {
  count: number;
  quoted: number;
  other: number;
  forms: Uint32Array;
  members: Uint16Array | Uint32Array;
  impacts: Uint8Array;
  shapes: Uint8Array;
  places: Uint8Array;
}

/** The shape of a document in which the stem has several forms, or one beyond those that a byte can tell. */
export const severalForms = 255;

/** So many places of a stem are kept for one document. */
const mostPlaces = 255;

/** Packs one row after another in the same arrays. */
export class Packer {
  readonly #members = new Uint16Array(blockSize);
  readonly #impacts = new Uint8Array(blockSize);
  readonly #shapes = new Uint8Array(blockSize);
  readonly #counts = new Uint8Array(blockSize);
  /** Places, and the index of the form that stands at each. */
  #places = new Uint16Array(1024);
  #formsAt = new Uint16Array(1024);
  #forms: number[] = [];

  /**
   * Packs the occurrences whose indices stand in `order`, which are all of one stem, at least one, by document and
   * place. `toMatch` holds for each document what a weight is set against.
   */
  pack({ forms, spots }: Occurrences, order: Uint32Array, toMatch: Float64Array): PackedRow {
    this.#makeRoom(order.length);
    let [quoted, other, documents, kept, at] = [0, 0, 0, 0, 0];
    while (at < order.length) {
      const low = (spots[order[at] as number] as number) >>> 16;
      let [weight, flag, count, shape] = [0, 0, 0, -1];
      for (; at < order.length; at++) {
        const occurrence = order[at] as number;
        const spot = spots[occurrence] as number;
        if (spot >>> 16 !== low) break;
        const place = spot & 0xffff;
        const column = columnOf(place);
        const form = this.#indexOf(forms[occurrence] as number);
        weight += columnWeights[column as 0 | 1 | 2];
        if (column === 0) flag = quotedFlag;
        shape = shape === -1 || shape === form ? Math.min(form, severalForms) : severalForms;
        if (count === mostPlaces) continue;
        this.#places[kept] = place;
        this.#formsAt[kept] = form;
        kept++;
        count++;
      }
      const impact = impactOf(weight, toMatch[low] as number);
      if (flag === 0) other = Math.max(other, impact);
      else quoted = Math.max(quoted, impact);
      this.#members[documents] = low;
      this.#impacts[documents] = impact | flag;
      this.#shapes[documents] = shape;
      this.#counts[documents] = count;
      documents++;
    }
    return { count: documents, quoted, other, ...this.#row(documents, kept) };
  }

  #makeRoom(occurrences: number): void {
    this.#forms = [];
    if (this.#places.length >= occurrences) return;
    this.#places = new Uint16Array(occurrences);
    this.#formsAt = new Uint16Array(occurrences);
  }

  /** A stem has few forms. */
  #indexOf(form: number): number {
    const known = this.#forms.indexOf(form);
    return known === -1 ? this.#forms.push(form) - 1 : known;
  }

  #row(documents: number, kept: number) {
    const block = blockOf(this.#members.subarray(0, documents));
    const hasSeveral = this.#forms.length > 1;
    const parts = [
      bytes(this.#places.subarray(0, kept)),
      bytes(this.#formsAt.subarray(0, hasSeveral ? kept : 0)),
      this.#counts.subarray(0, documents),
    ];
    return {
      forms: Uint32Array.from(this.#forms),
      members: block?.isDense ? block.bits : this.#members.subarray(0, documents),
      impacts: this.#impacts.subarray(0, documents),
      shapes: this.#shapes.subarray(0, hasSeveral ? documents : 0),
      places: Buffer.concat(parts),
    };
  }
}

const bytes = ({ buffer, byteOffset, byteLength }: Uint16Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
