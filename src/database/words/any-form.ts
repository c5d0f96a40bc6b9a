// A single word of a query: the documents under its stems, told apart by the form that was asked for.
import { type Block, blockOf, either, membersOf } from '../postings/block.ts';
import { exactFlag, quotedFlag } from './impact.ts';
import { Levels } from './levels.ts';
import { severalForms } from './packing.ts';
import type { IndexPart } from './part.ts';
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

  const fill = (high: number, levels: Levels): void => {
    for (const head of headsAt(high)) enter(tables, head, { form, isExact }, levels);
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
    bound(high) {
      let [flags, impact] = [0, 0];
      for (const { forms, quoted, other } of headsAt(high)) {
        if (forms.includes(form)) flags |= exactFlag;
        if (quoted > 0) flags |= quotedFlag;
        impact = Math.max(impact, quoted, other);
      }
      return flags | impact;
    },
    fill,
    block(high) {
      const heads = headsAt(high);
      if (isExact && heads.some(({ forms }) => forms.length > 1)) return filledBlock(high, fill);
      const blocks = heads.map((head) => tables.members(head));
      return blocks.length === 0 ? null : blocks.reduce(either);
    },
  };
}

/** The documents that a part enters in the order of their numbers. */
export function filledBlock(high: number, fill: IndexPart['fill']): Block | null {
  const levels = new Levels();
  fill(high, levels);
  return blockOf(levels.members.subarray(0, levels.count));
}

type Asked = Pick<Word, 'form' | 'isExact'>;

function enter(tables: Tables, head: Head, { form, isExact }: Asked, levels: Levels): void {
  const row = tables.row(head);
  const index = head.forms.indexOf(form);
  if (head.forms.length > 1 && index !== -1) {
    enterMixed(tables, head, { row, index, isExact }, levels);
    return;
  }
  const flag = index === -1 ? 0 : exactFlag;
  const members = membersOf(row.members);
  for (let at = 0; at < members.length; at++) {
    levels.raise(members[at] as number, (row.impacts[at] as number) | flag);
  }
}

interface Mixed {
  row: Row;
  /** Of the form that was asked for among those of the row. */
  index: number;
  isExact: boolean;
}

/** Documents of several forms, of which one was asked for. */
function enterMixed(tables: Tables, head: Head, { row, index, isExact }: Mixed, levels: Levels): void {
  const { shapes, impacts } = row;
  const members = membersOf(row.members);
  let places: Places | undefined;
  for (let at = 0; at < members.length; at++) {
    const shape = shapes[at] as number;
    let hasForm = shape === index;
    if (shape === severalForms) {
      places ??= tables.places(head);
      hasForm = standsIn(places, at, index);
    }
    if (isExact && !hasForm) continue;
    levels.raise(members[at] as number, (impacts[at] as number) | (hasForm ? exactFlag : 0));
  }
}

const standsIn = ({ starts, forms }: Places, at: number, index: number): boolean =>
  forms.subarray(starts[at], starts[at + 1]).includes(index);
