// Flags of documents in a block where the stem has several forms: whether each has the exact form, and inside quotation marks.
import { severalForms } from './block-encoder.ts';
import { exactFlag, maxImpact, quotedFlag } from './impacts.ts';
import type { BlockPostings, BlockSummary, IndexReader } from './index-reader.ts';
import { fieldOf, type Positions, startOf } from './positions.ts';

/** Takes the index of a document in its block's postings. Returns 0 if the document has only other forms. */
export type FormFlags = (document: number) => number;

/**
 * The flags by one form, given by its number. A document with a single form is decided by its form code and impact; one with
 * several forms needs the positions, which are read when the first such document comes.
 */
export function formFlags(
  reader: IndexReader,
  summary: BlockSummary,
  { impacts, formCodes }: BlockPostings,
  form: number,
): FormFlags {
  const wanted = summary.forms.indexOf(form);
  let positions: Positions | undefined;
  return (document) => {
    if (formCodes[document] === severalForms) {
      positions ??= reader.positions(summary);
      return flagsByPositions(positions, document, wanted);
    }
    return formCodes[document] === wanted ? exactFlag | ((impacts[document] as number) & quotedFlag) : 0;
  };
}

function flagsByPositions(postings: Positions, document: number, form: number): number {
  const { counts, positions, forms } = postings;
  const start = startOf(postings, document);
  const end = start + (counts[document] as number);
  let flags = 0;
  for (let at = start; at < end; at++) {
    if (forms[at] === form) flags |= exactFlag | (fieldOf(positions[at] as number) === 0 ? quotedFlag : 0);
  }
  return flags;
}

/**
 * The flagged impact of a document, from its impact by all forms of the stem and its flags by the exact one. The impact
 * counts half if the exact form is in the document but only other forms are inside quotation marks.
 */
export function withFormFlags(impact: number, flags: number): number {
  const isExactOutside = flags !== 0 && (impact & ~flags & quotedFlag) !== 0;
  return isExactOutside ? (((impact & maxImpact) + 1) >> 1) | quotedFlag | flags : impact | flags;
}
