// A single word of a query: the documents under its stems, told apart by the form that was asked for.
import { type Block, blockOf, blockSize, type Dense, either, membersOf } from '../postings/block.ts';
import type { BestHits } from './best-hits.ts';
import { exactFlag, quotedFlag } from './impact.ts';
import { Levels } from './levels.ts';
import { severalForms } from './packing.ts';
import type { IndexPart } from './part.ts';
import { indexInBits, memberOf } from './ranks.ts';
import { documentsOf, type Head, type Heads, type Places, type Row, type Tables } from './tables.ts';

/** What a word asks for: `form` is the number of its own form, 0 where no document has it. */
export interface Word {
  stems: readonly Heads[];
  form: number;
  /** Whether other forms do not count. */
  isExact: boolean;
}

/** A word of which some stem is in the index. */
export function anyForm(tables: Tables, { stems, form, isExact }: Word): IndexPart {
  const headsAt = (high: number): Head[] =>
    stems.flatMap((heads) => {
      const head = heads.get(high);
      return head && (!isExact || head.forms.includes(form)) ? [head] : [];
    });

  const fill = (high: number, levels: Levels, among?: Levels): void => {
    for (const head of headsAt(high)) enter(tables, head, { form, isExact }, levels, among);
  };

  return {
    documents: Math.max(...stems.map(documentsOf)),
    highs: () => new Set(stems.flatMap((heads) => [...heads.keys()])),
    most: (high) => headsAt(high).reduce((sum, { count }) => sum + count, 0),
    count(high) {
      const [only, ...others] = headsAt(high);
      if (!only) return 0;
      return others.length === 0 && !(isExact && only.forms.length > 1) ? only.count : null;
    },
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
      const [head, ...others] = headsAt(high);
      if (!head || others.length > 0 || (isExact && head.forms.length > 1)) return null;
      offerRow(tables, head, { form, scores, base: high * blockSize }, hits);
      return head.count;
    },
    block(high) {
      const heads = headsAt(high);
      if (isExact && heads.some(({ forms }) => forms.length > 1)) return filledBlock(high, fill);
      const blocks = heads.map((head) => tables.members(head));
      return blocks.length === 0 ? null : blocks.reduce(either);
    },
  };
}

/** The documents that a part enters in the order of their numbers. */
export function filledBlock(high: number, fill: (high: number, levels: Levels) => void): Block | null {
  const levels = new Levels();
  fill(high, levels);
  return blockOf(levels.members.subarray(0, levels.count));
}

interface Offered {
  form: number;
  /** The score of each level. */
  scores: Float64Array;
  /** The first number of the block. */
  base: number;
}

/** Looks at impacts alone, and only for those that are high enough at who has them. */
function offerRow(tables: Tables, head: Head, { form, scores, base }: Offered, hits: BestHits): void {
  const { members, impacts, shapes } = tables.row(head);
  const formTest = head.forms.length > 1 ? testForm(tables, head, shapes, form) : null;
  const memberAt = memberOf(members);
  const flag = head.forms.includes(form) ? exactFlag : 0;
  let { worst } = hits;
  for (let at = 0; at < impacts.length; at++) {
    let level = (impacts[at] as number) | flag;
    if ((scores[level] as number) > worst) continue;
    if (formTest && !formTest(at)) level &= ~exactFlag;
    if ((scores[level] as number) > worst) continue;
    hits.add(scores[level] as number, base + memberAt(at));
    ({ worst } = hits);
  }
}

type Asked = Pick<Word, 'form' | 'isExact'>;

/** So many times as many documents are looked up rather than entered. */
const manyTimes = 4;

function enter(
  tables: Tables,
  head: Head,
  { form, isExact }: Asked,
  levels: Levels,
  among: Levels | undefined,
): void {
  const row = tables.row(head);
  const index = head.forms.indexOf(form);
  if (head.forms.length > 1 && index !== -1) {
    enterMixed(tables, head, row, { form, isExact }, levels);
    return;
  }
  const flag = index === -1 ? 0 : exactFlag;
  const { members, impacts } = row;
  if (members.isDense && among && among.count * manyTimes < members.count) {
    enterSome(members, impacts, flag, levels, among);
  } else levels.enter(membersOf(members), impacts, flag);
}

function enterSome(block: Dense, impacts: Uint8Array, flag: number, levels: Levels, among: Levels): void {
  const indexOf = indexInBits(block);
  for (let at = 0; at < among.count; at++) {
    const low = among.members[at] as number;
    const index = indexOf(low);
    if (index !== -1) levels.raise(low, (impacts[index] as number) | flag);
  }
}

/** Documents of several forms, of which one was asked for. */
function enterMixed(tables: Tables, head: Head, row: Row, { form, isExact }: Asked, levels: Levels): void {
  const { impacts, shapes } = row;
  const members = membersOf(row.members);
  const formTest = testForm(tables, head, shapes, form);
  for (let at = 0; at < members.length; at++) {
    const hasForm = formTest(at);
    if (isExact && !hasForm) continue;
    levels.raise(members[at] as number, (impacts[at] as number) | (hasForm ? exactFlag : 0));
  }
}

/** Tells whether a document has the form; places are read where that is not enough to know. */
function testForm(tables: Tables, head: Head, shapes: Uint8Array, form: number): (at: number) => boolean {
  const index = head.forms.indexOf(form);
  let places: Places | undefined;
  return (at) => {
    if (shapes[at] !== severalForms) return shapes[at] === index;
    places ??= tables.places(head);
    return standsIn(places, at, index);
  };
}

const standsIn = ({ starts, forms }: Places, at: number, index: number): boolean =>
  forms.subarray(starts[at], starts[at + 1]).includes(index);
