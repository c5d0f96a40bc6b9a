// A clause with a single word: the documents with any of its stems, ranked by whether they have the form that was asked for.
import { type Block, blockOf, union } from '../doc-ids/block.ts';
import { accumulate, collectTop } from './accumulate.ts';
import type { ClausePostings } from './clause-postings.ts';
import { ImpactTable } from './impact-table.ts';
import { exactFlag, quotedFlag } from './impacts.ts';
import {
  type BlockSummaries,
  type BlockSummary,
  documentFrequency,
  type IndexReader,
} from './index-reader.ts';

export interface AskedTerm {
  /** At least one stem that is in the index. */
  stems: readonly BlockSummaries[];
  /** The number of the exact form; 0 if no document has it. */
  form: number;
  /** Whether documents with other forms do not match. */
  isExact: boolean;
}

export function termQuery(reader: IndexReader, { stems, form, isExact }: AskedTerm): ClausePostings {
  const asked = isExact ? stems.map((summaries) => withForm(summaries, form)) : stems;
  const summariesAt = (key: number): BlockSummary[] => asked.flatMap((each) => each.get(key) ?? []);
  /** Whether some documents of the block have the stem and do not match. */
  const isNarrower = ({ forms }: BlockSummary): boolean => isExact && forms.length > 1;

  const fill = (key: number, table: ImpactTable, among?: ImpactTable): void => {
    for (const summary of summariesAt(key)) accumulate(reader, summary, { form, isExact }, table, among);
  };

  return {
    documentFrequency: Math.max(...stems.map(documentFrequency)),
    blockKeys: () => new Set(asked.flatMap((summaries) => [...summaries.keys()])),
    maxCount: (key) => summariesAt(key).reduce((sum, { count }) => sum + count, 0),
    maxImpacts(key) {
      const summaries = summariesAt(key);
      const exact = summaries.some(({ forms }) => forms.includes(form)) ? exactFlag : 0;
      const quoted = Math.max(...summaries.map(({ maxQuotedImpact }) => maxQuotedImpact));
      const other = Math.max(...summaries.map(({ maxOtherImpact }) => maxOtherImpact));
      // With several stems, a document may have one inside quotation marks and its highest impact from another.
      const inQuotes = summaries.length > 1 ? Math.max(quoted, other) : quoted;
      return quoted > 0 ? [exact | quotedFlag | inQuotes, exact | other] : [exact | other];
    },
    accumulate: fill,
    collect(key, scores, top) {
      const [summary, ...others] = summariesAt(key) as [BlockSummary, ...BlockSummary[]];
      if (others.length > 0 || isNarrower(summary)) return null;
      if (top) collectTop(reader, summary, key, form, scores, top);
      return summary.count;
    },
    matching(key) {
      const summaries = summariesAt(key);
      if (summaries.some(isNarrower)) return accumulatedBlock(key, fill);
      const [first, ...others] = summaries.map((summary) => reader.docs(summary));
      return first ? union([first, ...others]) : null;
    },
  };
}

const withForm = (summaries: BlockSummaries, form: number): BlockSummaries =>
  new Map([...summaries].filter(([, { forms }]) => forms.includes(form)));

/** The documents that `accumulate` of a clause adds, if it adds them by ascending offset. */
export function accumulatedBlock(key: number, fill: ClausePostings['accumulate']): Block | null {
  const table = new ImpactTable();
  fill(key, table);
  return blockOf(table.offsets.subarray(0, table.count));
}
