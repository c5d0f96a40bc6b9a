// A single word of a query: the documents under its stems, told apart by the form that was asked for.
import { type Block, blockOf, blockSize, either } from '../postings/block.ts';
import { enter, offerRow } from './entering.ts';
import { exactFlag, quotedFlag } from './impact.ts';
import { Levels } from './levels.ts';
import type { IndexPart } from './part.ts';
import { documentsOf, type Head, type Heads, type Tables } from './tables.ts';

/** What a word asks for: `form` is the number of its own form, 0 where no document has it. */
export interface Word {
  stems: readonly Heads[];
  form: number;
  /** Whether other forms do not count. */
  isExact: boolean;
}

/** A word of which some stem is in the index. */
export function anyForm(tables: Tables, { stems, form, isExact }: Word): IndexPart {
  const asked = isExact ? stems.map((heads) => withForm(heads, form)) : stems;
  const headsAt = (high: number): Head[] => asked.flatMap((heads) => heads.get(high) ?? []);
  const isNarrower = ({ forms }: Head): boolean => isExact && forms.length > 1;

  const fill = (high: number, levels: Levels, among?: Levels): void => {
    for (const head of headsAt(high)) enter(tables, head, { form, isExact }, levels, among);
  };

  return {
    documents: Math.max(...stems.map(documentsOf)),
    highs: () => new Set(asked.flatMap((heads) => [...heads.keys()])),
    most: (high) => headsAt(high).reduce((sum, { count }) => sum + count, 0),
    bounds(high) {
      const heads = headsAt(high);
      const exact = heads.some(({ forms }) => forms.includes(form)) ? exactFlag : 0;
      const quoted = Math.max(...heads.map((head) => head.quoted));
      const other = Math.max(...heads.map((head) => head.other));
      // Under several stems, a document may be quoted under one and have its impact from another.
      const inQuotes = heads.length > 1 ? Math.max(quoted, other) : quoted;
      return quoted > 0 ? [exact | quotedFlag | inQuotes, exact | other] : [exact | other];
    },
    fill,
    offer(high, scores, hits) {
      const [head, ...others] = headsAt(high) as [Head, ...Head[]];
      if (others.length > 0 || isNarrower(head)) return null;
      if (hits) offerRow(tables, head, form, { scores, base: high * blockSize }, hits);
      return head.count;
    },
    block(high) {
      const heads = headsAt(high);
      if (heads.some(isNarrower)) return filledBlock(high, fill);
      const [first, ...others] = heads.map((head) => tables.members(head));
      return first ? others.reduce(either, first) : null;
    },
  };
}

const withForm = (heads: Heads, form: number): Heads =>
  new Map([...heads].filter(([, { forms }]) => forms.includes(form)));

/** The documents that a part enters in the order of their numbers. */
export function filledBlock(high: number, fill: (high: number, levels: Levels) => void): Block | null {
  const levels = new Levels();
  fill(high, levels);
  return blockOf(levels.members.subarray(0, levels.count));
}
