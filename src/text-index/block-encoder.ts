// Encodes the occurrences of one stem in one block as a row of the index.
import { blockOf, blockSize } from '../doc-ids/block.ts';
import type { Occurrences } from './block-buffer.ts';
import { fieldWeights, impactOf, quotedFlag } from './impacts.ts';
import { fieldOf } from './positions.ts';

/** A row without its key. The arrays are overwritten by the next one. */
export interface EncodedPostings {
  count: number;
  maxQuotedImpact: number;
  maxOtherImpact: number;
  forms: Uint32Array;
  docs: Uint16Array | Uint32Array;
  impacts: Uint8Array;
  formCodes: Uint8Array;
  positions: Uint8Array;
}

/** The form code of a document in which the stem has several forms, or one that does not fit into a byte. */
export const severalForms = 255;

/** At most this many positions of a stem are kept for one document. */
const maxPositions = 255;

/** Encodes one row after another in the same arrays. */
export class BlockEncoder {
  readonly #offsets = new Uint16Array(blockSize);
  readonly #impacts = new Uint8Array(blockSize);
  readonly #formCodes = new Uint8Array(blockSize);
  readonly #counts = new Uint8Array(blockSize);
  /** Positions, and the index of the form at each. */
  #positions = new Uint16Array(1024);
  #formsAt = new Uint16Array(1024);
  #forms: number[] = [];

  /**
   * Encodes the occurrences from `start` to before `end`: at least one, all of one stem, by document and position. `norms` has
   * the length norm of each document.
   */
  encode({ forms, places }: Occurrences, start: number, end: number, norms: Float64Array): EncodedPostings {
    this.#reset(end - start);
    let [maxQuotedImpact, maxOtherImpact, documents, kept, at] = [0, 0, 0, 0, start];
    while (at < end) {
      const offset = (places[at] as number) >>> 16;
      let [weight, flag, count, formCode] = [0, 0, 0, -1];
      for (; at < end; at++) {
        const place = places[at] as number;
        if (place >>> 16 !== offset) break;
        const position = place & 0xffff;
        const field = fieldOf(position);
        const form = this.#indexOf(forms[at] as number);
        weight += fieldWeights[field as 0 | 1 | 2];
        if (field === 0) flag = quotedFlag;
        formCode = formCode === -1 || formCode === form ? Math.min(form, severalForms) : severalForms;
        if (count === maxPositions) continue;
        this.#positions[kept] = position;
        this.#formsAt[kept] = form;
        kept++;
        count++;
      }
      const impact = impactOf(weight, norms[offset] as number);
      if (flag === 0) maxOtherImpact = Math.max(maxOtherImpact, impact);
      else maxQuotedImpact = Math.max(maxQuotedImpact, impact);
      this.#offsets[documents] = offset;
      this.#impacts[documents] = impact | flag;
      this.#formCodes[documents] = formCode;
      this.#counts[documents] = count;
      documents++;
    }
    return { count: documents, maxQuotedImpact, maxOtherImpact, ...this.#arrays(documents, kept) };
  }

  #reset(occurrences: number): void {
    this.#forms = [];
    if (this.#positions.length >= occurrences) return;
    this.#positions = new Uint16Array(occurrences);
    this.#formsAt = new Uint16Array(occurrences);
  }

  /** A linear search: a stem has few forms. */
  #indexOf(form: number): number {
    const known = this.#forms.indexOf(form);
    return known === -1 ? this.#forms.push(form) - 1 : known;
  }

  #arrays(documents: number, positions: number) {
    const block = blockOf(this.#offsets.subarray(0, documents));
    const hasSeveralForms = this.#forms.length > 1;
    const parts = [
      bytesOf(this.#positions.subarray(0, positions)),
      bytesOf(this.#formsAt.subarray(0, hasSeveralForms ? positions : 0)),
      this.#counts.subarray(0, documents),
    ];
    return {
      forms: Uint32Array.from(this.#forms),
      docs: block?.isDense ? block.bits : this.#offsets.subarray(0, documents),
      impacts: this.#impacts.subarray(0, documents),
      formCodes: this.#formCodes.subarray(0, hasSeveralForms ? documents : 0),
      positions: Buffer.concat(parts),
    };
  }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint16Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
