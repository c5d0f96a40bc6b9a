// Words of a query that must stand side by side: the documents that have all of them, narrowed by places.
import { filledBlock } from './any-form.ts';
import { exactFlag, mostImpact, quotedFlag } from './impact.ts';
import type { Levels } from './levels.ts';
import type { IndexPart } from './part.ts';
import { flagsOf, type Standing, standIn } from './places.ts';
import type { Sharing } from './shared.ts';
import { documentsOf, type Head, type Heads, type Row, type Tables } from './tables.ts';

/** One of the words: its stem, and the number of the form that was asked for, 0 where no document has it. */
export interface PlacedWord {
  heads: Heads;
  form: number;
}

/** Two words or more, in this order; with `isExact`, in these very forms only. The room in `sharing` is used again. */
export function sideBySide(
  tables: Tables,
  sharing: Sharing,
  words: readonly PlacedWord[],
  isExact: boolean,
): IndexPart {
  const shared = headsOfAll(words, isExact);
  const fill = (high: number, levels: Levels): void => {
    const heads = shared.get(high);
    if (heads) enter(tables, sharing, heads, { words, isExact }, levels);
  };

  return {
    documents: Math.min(...words.map(({ heads }) => documentsOf(heads))),
    highs: () => shared.keys(),
    most: (high) => Math.min(...(shared.get(high) as Head[]).map(({ count }) => count)),
    bounds: () => [exactFlag | quotedFlag | mostImpact],
    fill,
    offer: () => null,
    block: (high) => filledBlock(high, fill),
  };
}

/** The heads of all words, in the blocks that have all. */
function headsOfAll(words: readonly PlacedWord[], isExact: boolean): Map<number, Head[]> {
  const [first] = words as [PlacedWord];
  const shared = new Map<number, Head[]>();
  for (const high of first.heads.keys()) {
    const heads = words.flatMap(({ heads, form }) => {
      const head = heads.get(high);
      return head && (!isExact || head.forms.includes(form)) ? [head] : [];
    });
    if (heads.length === words.length) shared.set(high, heads);
  }
  return shared;
}

interface Asked {
  words: readonly PlacedWord[];
  isExact: boolean;
}

/** Enters the documents that have all words, where these stand side by side; the least impact of any is that of all. */
function enter(
  tables: Tables,
  sharing: Sharing,
  heads: readonly Head[],
  { words, isExact }: Asked,
  levels: Levels,
): void {
  const rows = heads.map((head) => tables.row(head));
  const { lows, indices } = sharing.of(rows.map(({ members }) => members));
  if (lows.length === 0) return;
  const standing = heads.map((head, at): Standing => {
    const form = head.forms.indexOf((words[at] as PlacedWord).form);
    return { all: tables.places(head), form, start: 0, end: 0 };
  });
  for (let at = 0; at < lows.length; at++) {
    let impact = mostImpact;
    for (let word = 0; word < rows.length; word++) {
      const document = (indices[word] as Uint32Array)[at] as number;
      standIn(standing[word] as Standing, document);
      impact = Math.min(impact, ((rows[word] as Row).impacts[document] as number) & mostImpact);
    }
    const flags = flagsOf(standing, isExact);
    if (flags !== null) levels.raise(lows[at] as number, flags | impact);
  }
}
