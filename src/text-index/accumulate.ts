// Takes the postings of one stem in one block into an impact table, or straight into the top hits.
import { blockSize, type Dense, offsetsOf } from '../doc-ids/block.ts';
import { type FormFlags, formFlags, withFormFlags } from './form-flags.ts';
import type { ImpactTable } from './impact-table.ts';
import { exactFlag, maxImpact } from './impacts.ts';
import type { BlockPostings, BlockSummary, IndexReader } from './index-reader.ts';
import { rankIn, selectIn } from './rank-select.ts';
import type { TopHits } from './top-hits.ts';

/** The form that a query asks for, by number, and whether documents with other forms of the stem do not match. */
export interface AskedForm {
  form: number;
  isExact: boolean;
}

/** If the postings are at least this many times as many as the candidates, candidates are looked up in them. */
const lookUpRatio = 4;

/** Adds the matching documents to the table; if these are many, only those that are in `among`, too. */
export function accumulate(
  reader: IndexReader,
  summary: BlockSummary,
  { form, isExact }: AskedForm,
  table: ImpactTable,
  among?: ImpactTable,
): void {
  const postings = reader.postings(summary);
  const hasForm = summary.forms.includes(form);
  if (hasForm && summary.forms.length > 1) {
    addByForm(postings, formFlags(reader, summary, postings, form), isExact, table);
    return;
  }
  const flag = hasForm ? exactFlag : 0;
  const { docs, impacts } = postings;
  if (docs.isDense && among && among.count * lookUpRatio < docs.count) {
    addCandidates(docs, impacts, flag, table, among);
  } else table.addAll(offsetsOf(docs), impacts, flag);
}

function addCandidates(
  docs: Dense,
  impacts: Uint8Array,
  flag: number,
  table: ImpactTable,
  among: ImpactTable,
): void {
  const rank = rankIn(docs);
  for (let at = 0; at < among.count; at++) {
    const offset = among.offsets[at] as number;
    const index = rank(offset);
    if (index !== -1) table.add(offset, (impacts[index] as number) | flag);
  }
}

/** Adds documents of which some have the form and some have others. */
function addByForm(
  { docs, impacts }: BlockPostings,
  flagsOf: FormFlags,
  isExact: boolean,
  table: ImpactTable,
): void {
  const offsets = offsetsOf(docs);
  for (let at = 0; at < offsets.length; at++) {
    const flags = flagsOf(at);
    const impact = impacts[at] as number;
    if (!isExact) table.add(offsets[at] as number, withFormFlags(impact, flags));
    else if (flags !== 0) table.add(offsets[at] as number, (impact & maxImpact) | flags);
  }
}

/** Adds the best documents of a block to `top`, by impacts alone: only the offsets of competitive ones are read. */
export function collectTop(
  reader: IndexReader,
  summary: BlockSummary,
  blockKey: number,
  form: number,
  scores: Float64Array,
  top: TopHits,
): void {
  const postings = reader.postings(summary);
  const { impacts } = postings;
  const hasForm = summary.forms.includes(form);
  const flagsOf = hasForm && summary.forms.length > 1 ? formFlags(reader, summary, postings, form) : null;
  const offsetAt = selectIn(postings.docs);
  const flag = hasForm ? exactFlag : 0;
  const base = blockKey * blockSize;
  // Documents come by ascending id, so a hit with a higher id than all of this block comes from a later block.
  const next = base + blockSize;
  let { worstScore } = top;
  let rejectsTies = top.rejectsTiesFrom(next);
  for (let at = 0; at < impacts.length; at++) {
    const impact = impacts[at] as number;
    if ((scores[impact | flag] as number) > worstScore) continue; // no flags make it better than that
    const score = scores[flagsOf ? withFormFlags(impact, flagsOf(at)) : impact | flag] as number;
    if (score > worstScore || (score === worstScore && rejectsTies)) continue;
    top.add(score, base + offsetAt(at));
    ({ worstScore } = top);
    rejectsTies = top.rejectsTiesFrom(next);
  }
}
